import { type FetchLike, parseCompact } from "@roompass/core/kit";
import { metered } from "./adapter.js";
import type { MeteredGrantInput } from "./properties.js";
import { createMetered } from "./provider.js";

interface Account {
  readonly tenant: string;
  readonly secret: string;
  /** Unix seconds. */
  readonly now: number;
}

interface VerifyContext extends Omit<Account, "secret"> {
  readonly expectations: object;
}

/** A vendor that confirms whatever it is asked about: what is examined is everything that is checked here. */
const confirming: FetchLike = async (_url, { body = "{}" }) => {
  const { token } = JSON.parse(body) as { readonly token: string };
  const { claims } = parseCompact(token, { header: metered.header });
  return { status: 200, headers: { get: () => null }, text: async () => JSON.stringify(claims) };
};

/** This package as the conformance suite examines it: `roompass conformance @roompass/metered/conformance`. */
export const subject = {
  adapter: metered,
  name: "@roompass/metered",
  plan: (grant: unknown, { tenant, secret, now }: Account) =>
    createMetered({ appName: tenant, secretKey: secret, clock: () => now }).plan(grant as MeteredGrantInput),
  verify: (token: unknown, { tenant, now, expectations }: VerifyContext) =>
    createMetered({ appName: tenant, clock: () => now, fetch: confirming }).verify(token as string, expectations),
};

export default subject;
