import type { Adapter } from "../adapter/adapter.js";
import { refuseOptions } from "../errors/check-options.js";
import { RoompassError } from "../errors/roompass-error.js";
import { KeyRing, signCompact } from "../jws/index.js";
import { type Clock, clockSetting, readClock } from "./clock.js";
import { readExpectations } from "./expectations.js";
import { inspectToken } from "./inspect.js";
import { issuedToken, type MintContext, readMintable } from "./issue.js";
import { createParticipantIssuer, type IssuedInFull, readMeeting } from "./participant-issuer.js";
import { readBackOf } from "./prepared.js";
import type { IssueResult, Provider } from "./provider.js";
import type { Verified } from "./token-reading.js";
import { verifyToken } from "./verify.js";

/** What makes a provider of an adapter whose tokens are signed and checked here. */
export interface SigningSettings<Vendor extends string, Properties> {
  /** The vendor's adapter. */
  readonly adapter: Adapter<Vendor, Properties>;
  /** The account, as its tokens name it; a token of any other is refused. */
  readonly tenant: string;
  /** The first key signs, all of them verify. */
  readonly keys: KeyRing;
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
  /** What a signature mismatch means for this vendor, where it does not simply mean a forgery. */
  readonly mismatch?: { readonly message: string; readonly cure: string };
}

function refuse(path: string, message: string): never {
  throw new RoompassError("provider.settings", message, { path });
}

/** Wrong settings are found when the provider is made, not when the first guest arrives. */
function checkSettings<Vendor extends string, Properties>(settings: SigningSettings<Vendor, Properties>): void {
  const { adapter, tenant, keys } = settings;
  if (typeof tenant !== "string" || tenant === "") refuse("tenant", "The account is not a non-empty text.");
  if (!(keys instanceof KeyRing)) refuse("keys", "The keys were not made by `createKeyRing`.");
  if (keys.keys.some(({ algorithm }) => !adapter.header.algorithms.includes(algorithm))) {
    refuse("keys", `${adapter.displayName} tokens are signed with ${adapter.header.algorithms.join(" or ")}.`);
  }
}

/**
 * A provider that signs tokens here and verifies them offline.
 *
 * @throws RoompassError `provider.settings` with the `path` of the first setting that is missing or wrong.
 */
export function createSigningProvider<Vendor extends string, Properties, Input>(
  settings: SigningSettings<Vendor, Properties>,
): Provider<Vendor, Properties, Input> {
  checkSettings(settings);
  const { adapter, tenant, keys, mismatch } = settings;
  const clock = clockSetting(settings.clock);

  async function issueAt(input: unknown, now: number): Promise<IssuedInFull> {
    const context: MintContext = { adapter, tenant, method: "sign", now };
    const mintable = readMintable(input, context);
    const { native, report, claims = {} } = mintable;
    const token = await signCompact(claims, keys.signer);
    const { findings } = keys.signer;
    const minted = { token, native, claims, report, findings, readBack: readBackOf(mintable) };
    return { result: issuedToken(minted, context), claims };
  }

  return Object.freeze<Provider<Vendor, Properties, Input>>({
    adapter,
    tenant,
    method: "sign",
    async issue(input, ...others: readonly unknown[]) {
      refuseOptions("issue", others);
      const { result } = await issueAt(input, readClock(clock));
      return result as IssueResult<Vendor, Properties>;
    },
    issuer(input, ...others: readonly unknown[]) {
      refuseOptions("issuer", others);
      const grant = readMeeting(input, { adapter, tenant, method: "sign", now: readClock(clock) });
      return createParticipantIssuer({ grant, key: keys.signer, clock, issueInFull: issueAt });
    },
    inspect(token, ...others: readonly unknown[]) {
      refuseOptions("inspect", others);
      return inspectToken(token, adapter, { now: readClock(clock) });
    },
    async verify(token, expectations = {}) {
      const expected = readExpectations(expectations);
      const now = expected.now === undefined ? readClock(clock) : expected.now;
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
