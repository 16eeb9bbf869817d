import type { AnyAdapter } from "../adapter/adapter.js";
import { unsafeNamesIn } from "../authority/unsafe-names.js";
import { RoompassError } from "../errors/roompass-error.js";
import { unsafeName } from "../grant/text-input.js";
import { classifyInstant } from "../jws/index.js";
import { checkReading, isTrusted, isTrustedBy, type TokenReading } from "../provider/token-reading.js";
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
  if (!trustUnverified && reading.verified && !isTrusted(reading)) {
    throw new RoompassError("translate.unverified", "The source is a copy of a checked reading, or another's.", {
      path: "source",
      cure: "Pass the very object that `verify`, `validate` or `issue` returned: what is copied is not checked.",
    });
  }
  if (!trustUnverified && !isTrusted(reading)) {
    throw new RoompassError("translate.unverified", "The source token was only inspected, not verified.", {
      path: "source",
      cure: "Verify it first; `trustUnverified: true` is for tokens whose origin you know by other means.",
    });
  }
  if (!trustUnverified && !isTrustedBy(reading, from)) {
    const message = `The source was read by another adapter for ${reading.vendor} than \`from\`.`;
    throw new RoompassError("translate.vendor-mismatch", message, {
      path: "from",
      cure: "Pass the provider that verified or issued the token, or its `adapter`.",
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
  if (!(expiresAt > now))
    return [
      refuse("expiresAt", expiresAt, undefined, "The source has expired. Nothing brings it back: issue a new one."),
    ];
  if (!(expiresAt > source.authority.window.lowest.notBefore)) {
    return [
      refuse(
        "notBefore",
        source.authority.window.lowest.notBefore,
        undefined,
        "The source's not-before is not earlier than its expiry, so that it is never good: issue a new one.",
      ),
    ];
  }
  return [];
}

/** Numbers that the source's vendor may read in its own way are not handed to another vendor. */
function checkNumbers({ authority }: Narrowed): Refusal[] {
  const refusals: Refusal[] = [];
  const { notBefore, expiresAt } = authority.window.lowest;
  const isInstant = (value: number): boolean => classifyInstant(value) === "ok";
  if (typeof expiresAt === "number" && !isInstant(expiresAt)) {
    refusals.push(
      refuse(
        "expiresAt",
        expiresAt,
        undefined,
        "The source's expiry is no whole number of unix seconds: issue a new one.",
      ),
    );
  }
  if (notBefore !== 0 && !isInstant(notBefore)) {
    refusals.push(
      refuse(
        "notBefore",
        notBefore,
        undefined,
        "The source's not-before is no whole number of unix seconds: issue a new one.",
      ),
    );
  }
  const { maxSeconds } = authority.stay.lowest;
  if (maxSeconds !== null && !(Number.isSafeInteger(maxSeconds) && maxSeconds > 0)) {
    const remedy = { where: "policy", setting: "narrow.stay.maxSeconds" } as const;
    refusals.push(
      refuse(
        "stay.maxSeconds",
        maxSeconds,
        undefined,
        "The source's longest stay is no positive number of seconds.",
        remedy,
      ),
    );
  }
  return refusals;
}

/** Names that `verify` refuses are not handed to anybody because nobody verified the token. */
function checkNames({ authority }: Narrowed): Refusal[] {
  return unsafeNamesIn(authority).map((path) =>
    refuse(path, undefined, undefined, `The source's name ${unsafeName}: issue a new one.`),
  );
}

/** The source of a translation, read, vouched for, narrowed and checked; its refusals are collected, not thrown. */
export function readSource(
  reading: TokenReading,
  from: AnyAdapter,
  policy: ReadPolicy,
  options: { readonly now: number; readonly trustUnverified: boolean },
): Narrowed {
  checkReading(reading, "source");
  checkTrust(reading, from, options.trustUnverified);
  const decoded = from.decode(reading.native);
  const authority = applyVouch(readAuthority(reading, from, policy.sourceRoom), policy, options.now);
  const narrowed = narrowSource({ decoded, authority }, policy, options.now);
  return {
    ...narrowed,
    refusals: [
      ...narrowed.refusals,
      ...checkNames(narrowed),
      ...checkNumbers(narrowed),
      ...checkExpiry(narrowed, policy, options.now),
    ],
  };
}
