import { daily } from "./adapter.js";
import type { DailyGrantInput } from "./properties.js";
import { createDaily } from "./provider.js";

interface Account {
  readonly tenant: string;
  readonly secret: string;
  /** Unix seconds. */
  readonly now: number;
}

const providerOf = ({ tenant, secret, now }: Account) =>
  createDaily({ apiKey: secret, domainId: tenant, clock: () => now });

/** This package as the conformance suite examines it: `roompass conformance @roompass/daily/conformance`. */
export const subject = {
  adapter: daily,
  name: "@roompass/daily",
  example: {
    tenant: "11111111-2222-4333-8444-555555555555",
    residue: {
      "permissions.canReceive": { p: { cr: { b: true, p: { s1: false } } } },
      lang: { uil: "user" },
      redirect_on_meeting_exit: { rome: "" },
      intercom_join_alert: { ij: true },
      meeting_join_hook: { mjh: "https://example.org/hook" },
    },
  },
  issue: (grant: unknown, account: Account) => providerOf(account).issue(grant as DailyGrantInput),
  plan: (grant: unknown, account: Account) => providerOf(account).plan(grant as DailyGrantInput),
  verify: (token: unknown, { tenant, secrets, now, expectations }: Omit<Account, "secret"> & VerifyParts) =>
    createDaily({ apiKey: secrets, domainId: tenant, clock: () => now }).verify(token as string, expectations),
};

interface VerifyParts {
  readonly secrets: readonly string[];
  readonly expectations: object;
}

export default subject;
