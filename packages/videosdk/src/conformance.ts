import { videosdk } from "./adapter.js";
import type { VideosdkGrantInput } from "./properties.js";
import { createVideoSDK } from "./provider.js";

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

/** This package as the conformance suite examines it: `roompass conformance @roompass/videosdk/conformance`. */
export const subject = {
  adapter: videosdk,
  name: "@roompass/videosdk",
  // A token of this vendor always says how its holder enters.
  example: { grant: { room: "2kyv-gzay-64pg", participant: { id: "u-1" }, entry: "direct", expiresIn: "1h" } },
  issue: (grant: unknown, { tenant, secret, now }: Account) =>
    createVideoSDK({ apiKey: tenant, secret, clock: () => now }).issue(grant as VideosdkGrantInput),
  verify: (token: unknown, { tenant, secrets, now, expectations }: VerifyContext) =>
    createVideoSDK({ apiKey: tenant, secret: secrets, clock: () => now }).verify(token as string, expectations),
};

export default subject;
