import type { AnyAdapter } from "../adapter/adapter.js";
import { RoompassError } from "../errors/roompass-error.js";
import { isTrusted, type TokenReading } from "../provider/token-reading.js";
import { type Narrowed, narrowSource } from "./narrow.js";
import type { ReadPolicy } from "./policy.js";
import type { Refusal } from "./report.js";
import { applyVouch, readAuthority, refuse } from "./source.js";

function checkTrust(reading: TokenReading, from: AnyAdapter, trustUnverified: boolean): void {
  if (reading.vendor !== from.vendor) {
    throw new RoompassError(
      "translate.vendor-mismatch",
      `The source is a ${reading.vendor} token; \`from\` is ${from.vendor}.`,
      { path: "from" },
    );
  }
  if (!trustUnverified && !isTrusted(reading)) {
    throw new RoompassError("translate.unverified", "The source token was only inspected, not verified.", {
      path: "source",
      cure: "Verify it first; `trustUnverified: true` is for tokens whose origin you know by other means.",
    });
  }
}

/** An expiry that is missing, never, or over. It is asked for, never made up. */
function checkExpiry(source: Narrowed, policy: ReadPolicy, now: number): Refusal[] {
  const { expiresAt } = source.authority.window.lowest;
  const remedy = { where: "policy", setting: "narrow.expiresAt" } as const;
  if (expiresAt === undefined) {
    return [
      refuse(
        "expiresAt",
        "not known",
        undefined,
        "The source has no expiry, and its vendor does not say what that means.",
        remedy,
      ),
    ];
  }
  if (expiresAt === null) {
    return policy.allowNoExpiry
      ? []
      : [
          refuse(
            "expiresAt",
            null,
            undefined,
            "The source never expires. Give an expiry, or say `allowNoExpiry`.",
            remedy,
          ),
        ];
  }
  if (!(expiresAt > now)) return [refuse("expiresAt", expiresAt, undefined, "The source has expired.")];
  if (!(expiresAt > source.authority.window.lowest.notBefore)) {
    return [
      refuse(
        "notBefore",
        source.authority.window.lowest.notBefore,
        undefined,
        "The source's not-before is not earlier than its expiry.",
      ),
    ];
  }
  return [];
}

/** The source of a translation, read, vouched for, narrowed and checked; its refusals are collected, not thrown. */
export function readSource(
  reading: TokenReading,
  from: AnyAdapter,
  policy: ReadPolicy,
  options: { readonly now: number; readonly trustUnverified: boolean },
): Narrowed {
  checkTrust(reading, from, options.trustUnverified);
  const decoded = from.decode(reading.native);
  const authority = applyVouch(readAuthority(reading, from, policy.sourceRoom), policy, options.now);
  const narrowed = narrowSource({ decoded, authority }, policy, options.now);
  return { ...narrowed, refusals: [...narrowed.refusals, ...checkExpiry(narrowed, policy, options.now)] };
}
