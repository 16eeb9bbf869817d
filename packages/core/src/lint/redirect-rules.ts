import type { LintProblem, LintRule, LintView } from "./lint-rule.js";

const path = "client.redirectUrl";

/** Schemes whose addresses bring their own content or script, or reach what only the holder's machine can. */
const runs: ReadonlySet<string> = new Set([
  "javascript",
  "vbscript",
  "livescript",
  "data",
  "blob",
  "filesystem",
  "file",
  "view-source",
]);

/**
 * The scheme of an address as a browser reads it: control characters and spaces before it do not count, nor do tabs
 * and line breaks within (URL Standard, basic URL parser). `undefined` for an address without one, which is relative to a
 * page of the web.
 */
function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those that a browser passes over
  const read = address.replace(/[\t\n\r]/g, "").replace(/^[\u0000-\u0020]+/, "");
  return /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1]?.toLowerCase();
}

function redirectScheme({ grant }: LintView): string | undefined {
  const { redirectUrl } = grant.client ?? {};
  return redirectUrl === undefined ? undefined : schemeOf(redirectUrl);
}

function redirectRunsCode(view: LintView): readonly LintProblem[] {
  if (!runs.has(redirectScheme(view) ?? "")) return [];
  return [{ path, message: "Whoever follows it runs its code, or opens something that is not on the web." }];
}

function redirectNotWeb(view: LintView): readonly LintProblem[] {
  const scheme = redirectScheme(view);
  if (scheme === undefined || scheme === "https" || scheme === "http" || runs.has(scheme)) return [];
  return [{ path, message: "It opens an app and no page of the web." }];
}

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
