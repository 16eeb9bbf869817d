import type { Adapter } from "../adapter/adapter.js";
import { type KeyRing, signCompact } from "../jws/index.js";
import { type Clock, readClock, systemClock } from "./clock.js";
import type { Expectations } from "./expectations.js";
import { inspectToken } from "./inspect.js";
import { issuedToken, type MintContext, readMintable } from "./issue.js";
import type { IssueResult, Provider } from "./provider.js";
import type { Verified } from "./token-reading.js";
import { verifyToken } from "./verify.js";

export interface SigningSettings<Vendor extends string, Properties> {
  readonly adapter: Adapter<Vendor, Properties>;
  readonly tenant: string;
  /** The first key signs, all of them verify. */
  readonly keys: KeyRing;
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
  /** What a signature mismatch means for this vendor, where it does not simply mean a forgery. */
  readonly mismatch?: { readonly message: string; readonly cure: string };
}

/** A provider that signs tokens here and verifies them offline. */
export function createSigningProvider<Vendor extends string, Properties, Input>(
  settings: SigningSettings<Vendor, Properties>,
): Provider<Vendor, Properties, Input> {
  const { adapter, tenant, keys, clock = systemClock, mismatch } = settings;
  const mintContext = (): MintContext => ({ adapter, tenant, method: "sign", now: readClock(clock) });
  return Object.freeze<Provider<Vendor, Properties, Input>>({
    adapter,
    tenant,
    method: "sign",
    async issue(input) {
      const context = mintContext();
      const { native, report } = readMintable(input, context);
      const claims = adapter.toClaims(native as Parameters<typeof adapter.toClaims>[0]);
      const token = await signCompact(claims, keys.signer);
      const minted = { token, native, claims, report, findings: keys.signer.findings };
      return issuedToken(minted, context) as IssueResult<Vendor, Properties>;
    },
    inspect(token) {
      return inspectToken(token, adapter, { now: readClock(clock) });
    },
    async verify(token, expected: Expectations = {}) {
      const now = expected.now ?? readClock(clock);
      const verified = await verifyToken(token, {
        adapter,
        tenant,
        keys,
        now,
        expected,
        ...(mismatch === undefined ? {} : { mismatch }),
      });
      return verified as Verified<Vendor, Properties>;
    },
  });
}
