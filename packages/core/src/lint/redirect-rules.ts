import { type AddressKind, addressKind } from "../grant/address.js";
import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

const path = "client.redirectUrl";

function problemOf(view: LintView, kind: AddressKind, message: string): readonly LintProblem[] {
  const { redirectUrl } = view.grant.client ?? {};
  return redirectUrl !== undefined && addressKind(redirectUrl) === kind ? [{ path, message }] : [];
}

const redirectRunsCode = (view: LintView): readonly LintProblem[] =>
  problemOf(view, "script", "Whoever follows it runs its code, or opens something that is not on the web.");

const redirectNotWeb = (view: LintView): readonly LintProblem[] =>
  problemOf(view, "app", "It opens an app and no page of the web.");

/** Where the client goes when the call is left. */
export const redirectRules: readonly LintRule[] = [
  {
    id: "lint.redirect-runs-code",
    severity: "error",
    summary: "The address for leaving runs code or is not on the web, as with `javascript:`, `data:` and `file:`.",
    cure: "Issue it with an https address, or with a link into an app of yours.",
    checks: "tokens and grants",
    check: redirectRunsCode,
  },
  {
    id: "lint.redirect-not-web",
    severity: "info",
    summary: "The address for leaving opens an app: its scheme is neither https nor http.",
    cure: "Nothing, if the app is meant and installed; else issue it with an https address.",
    checks: "tokens and grants",
    check: redirectNotWeb,
  },
];
