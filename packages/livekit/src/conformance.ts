import { livekit } from "./adapter.js";
import type { LivekitGrantInput } from "./grant-input.js";
import { createLiveKit } from "./provider.js";

interface Account {
  readonly tenant: string;
  readonly secret: string;
  /** Unix seconds. */
  readonly now: number;
}

interface VerifyContext extends Omit<Account, "secret"> {
  readonly secrets: readonly string[];
  readonly expectations: object;
}

/** This package as the conformance suite examines it: `roompass conformance @roompass/livekit/conformance`. */
export const subject = {
  adapter: livekit,
  name: "@roompass/livekit",
  example: {
    residue: {
      agentWorker: { video: { agent: true } },
      sip: { sip: { admin: true } },
      agent: { agent: { admin: true } },
      inference: { inference: { perform: true } },
      observability: { observability: { write: true } },
    },
  },
  issue: (grant: unknown, { tenant, secret, now }: Account) =>
    createLiveKit({ apiKey: tenant, apiSecret: secret, clock: () => now }).issue(grant as LivekitGrantInput),
  verify: (token: unknown, { tenant, secrets, now, expectations }: VerifyContext) =>
    createLiveKit({ apiKey: tenant, apiSecret: secrets, clock: () => now }).verify(token as string, expectations),
};

export default subject;
