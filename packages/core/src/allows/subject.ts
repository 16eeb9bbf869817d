import type { AnyAdapter, RoomSettings } from "../adapter/adapter.js";
import { checkRoomSettings } from "../adapter/check-room-settings.js";
import type { Authority } from "../authority/authority.js";
import { checkOptions } from "../errors/check-options.js";
import type { Finding } from "../errors/finding.js";
import { RoompassError } from "../errors/roompass-error.js";
import { sameValue } from "../grant/compare-values.js";
import type { Grant } from "../grant/grant.js";
import { isObject } from "../grant/is-object.js";
import { checkReading, type TokenReading } from "../provider/token-reading.js";
import { type AdapterOrProvider, asAdapter } from "../provider/translation-target.js";
import { authorityOfGrant } from "./authority-of-grant.js";
import { checkGrant } from "./check-grant.js";

/** A token together with the adapter that read it, which knows what the token's silence means. */
export interface TokenWithAdapter {
  /** What `inspect`, `verify` or `issue` returned. */
  readonly reading: TokenReading;
  /** The adapter that read it, or its provider. */
  readonly adapter: AdapterOrProvider;
  /** The room's real settings, by the vendor's own names, read in place of silence. */
  readonly roomSettings?: RoomSettings;
}

/** Whatever grants something: a grant by itself, or a token. */
export type Granting = Grant | TokenWithAdapter;

/** A subject with everything that a question about it needs. */
export interface Subject {
  readonly authority: Authority;
  readonly grant: Grant;
  readonly normalizeRoom: (name: string) => string;
  /** Absent for a grant that is no token. */
  readonly token?: ReadToken;
}

/** A token together with the adapter itself. */
export interface ReadToken extends TokenWithAdapter {
  readonly adapter: AnyAdapter;
}

const names = ["reading", "adapter", "roomSettings"] as const;

/**
 * @param path What it is called where it was passed: `granting`, `before`, `after`.
 * @throws RoompassError `translate.vendor-mismatch` when the adapter is not the one of the token's vendor;
 *   `input.wrong-kind` or `options.unknown` for what is neither a grant nor a reading with its adapter;
 *   `options.invalid` for a setting of the room that the adapter cannot read.
 */
export function readSubject(granting: Granting, path: string): Subject {
  const given: unknown = granting;
  if (!isObject(given) || !("reading" in given)) {
    checkGrant(given, path);
    return { authority: authorityOfGrant(given), grant: given, normalizeRoom: (name) => name };
  }
  checkOptions(given, { called: path, names, restricting: ["roomSettings"] });
  checkReading(given["reading"], `${path}.reading`);
  const { reading, roomSettings } = granting as TokenWithAdapter;
  const adapter = asAdapter((granting as TokenWithAdapter).adapter, `${path}.adapter`);
  if (reading.vendor !== adapter.vendor) {
    throw new RoompassError("translate.vendor-mismatch", "The token and the adapter are of different vendors.", {
      path: "adapter",
      cure: "Pass the adapter that read the token.",
    });
  }
  checkRoomSettings(adapter, roomSettings, {
    code: "options.invalid",
    path: `${path}.roomSettings`,
    otherwise: "and do not count on it",
  });
  return {
    authority: adapter.authority(reading.native, roomSettings === undefined ? {} : { room: roomSettings }),
    grant: reading.grant,
    normalizeRoom: adapter.normalizeRoom,
    token: { reading, adapter, ...(roomSettings === undefined ? {} : { roomSettings }) },
  };
}

/** Violations that concern when a token is good, and not what it says. */
const aboutTime: ReadonlySet<string> = new Set(["token.expired", "token.not-yet-valid"]);

/**
 * What of a token could not be read for certain, so that nothing that it grants is certain. Adapters name claims as
 * they stand in the token; here they get the same prefix as the parser's.
 */
export function unreadIn({ reading }: ReadToken): readonly Pick<Finding, "path">[] {
  const isError = ({ severity }: Finding): boolean => severity === "error";
  const ofClaims = reading.native.findings.filter(isError).map(({ path }) => ({ path: `claims.${path ?? "*"}` }));
  const ofForm = reading.warnings.filter(({ id }) => id.startsWith("token.") && !aboutTime.has(id)).filter(isError);
  return [...ofClaims, ...ofForm];
}

/** Two readings of the very same claims misread them in the same way. */
export function isSameToken(before: Subject, after: Subject): boolean {
  const [old, fresh] = [before.token?.reading, after.token?.reading];
  if (old === undefined || fresh === undefined) return false;
  if (old === fresh) return true;
  return "claims" in old && "claims" in fresh && sameValue(old.claims, fresh.claims);
}

/** Whether two tokens of one vendor are the same to the letter, so that whatever they mean, they mean the same. */
export function saysTheVerySame(before: Subject, after: Subject): boolean {
  if (isSameToken(before, after)) return true;
  const [old, fresh] = [before.token, after.token];
  if (old === undefined || fresh === undefined || unreadIn(old).length + unreadIn(fresh).length > 0) return false;
  const { properties, unknown } = fresh.reading.native;
  return sameValue(old.reading.native.properties, properties) && sameValue(old.reading.native.unknown, unknown);
}
