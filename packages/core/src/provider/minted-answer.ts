import type { AnyAdapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import { compareAuthority, isGain } from "../authority/compare-authority.js";
import { RoompassError } from "../errors/roompass-error.js";
import { sameValue } from "../grant/compare-values.js";
import { unknownMembers } from "../translate/unread.js";
import type { MintContext } from "./issue.js";
import { parseClaims } from "./trusted-reading.js";

/** What a message lists; `details.paths` has all of them. */
const mostShown = 8;

function badAnswer({ displayName, vendor }: AnyAdapter): RoompassError {
  const message = `${displayName} did not answer with a ${displayName} token.`;
  return new RoompassError("request.bad-answer", message, { details: { vendor } });
}

/** A provider that does not know its account may still have been asked for a token of one. */
function isOtherAccount(wanted: Authority, answered: Authority, tenant: string | undefined): boolean {
  const account = tenant ?? wanted.tenant;
  return account !== undefined && answered.tenant !== account;
}

/** Members that nobody asked for and that the adapter has never heard of: nobody can say what they grant. */
function strangeMembers(asked: Native<unknown>, answered: Native<unknown>, adapter: AnyAdapter): string[] {
  const isHarmless = (path: string): boolean => Object.hasOwn(adapter.harmless, path);
  const added = Object.entries(answered.unknown).filter(
    ([name, value]) => !(Object.hasOwn(asked.unknown, name) && sameValue(asked.unknown[name], value)),
  );
  return unknownMembers(Object.fromEntries(added), isHarmless)
    .filter(({ path }) => !isHarmless(path))
    .map(({ shown }) => shown);
}

/**
 * Vendor properties that grant or restrict something and have no neutral name, so that no order compares them: only the
 * same is no wider. Among them is a selection of which the neutral right is merely the least.
 */
function changedProperties(asked: Native<unknown>, answered: Native<unknown>, adapter: AnyAdapter): string[] {
  const wanted = adapter.decode(asked).residue;
  const given = adapter.decode(answered).residue;
  return [...new Set([...Object.keys(wanted), ...Object.keys(given)])]
    .filter((name) => (adapter.residueRules[name]?.kind ?? "binding") === "binding")
    .filter((name) => !sameValue(wanted[name], given[name]))
    .map((name) => `extensions.${adapter.vendor}.${name}`);
}

function widerPaths(asked: Native<unknown>, answered: Native<unknown>, context: MintContext): string[] {
  const { adapter, tenant, now } = context;
  const wanted = adapter.authority(asked, {});
  const given = adapter.authority(answered, {});
  // What was asked for in silence was left to the room: a permission in its place is more, whatever rooms usually allow.
  const place = { assume: "nothing", sameVendor: true, samePlace: true } as const;
  const differences = compareAuthority(wanted, given, { ...place, now, normalizeRoom: adapter.normalizeRoom });
  return [
    ...differences.filter(isGain).map(({ path }) => path),
    ...(isOtherAccount(wanted, given, tenant) ? ["issuance.tenant"] : []),
    ...answered.findings.flatMap(({ severity, path }) => (severity === "error" ? [`claims.${path ?? "token"}`] : [])),
    ...changedProperties(asked, answered, adapter),
    ...strangeMembers(asked, answered, adapter),
  ];
}

/**
 * Reads the token that a vendor minted and checks that it grants no more than was asked: an answer from elsewhere is
 * trusted no further than what was requested. What cannot be compared counts as more.
 *
 * @throws RoompassError `request.bad-answer` for something that is not such a token, `request.wider-than-asked` with
 *   every path in `details.paths`.
 */
export function readMintedAnswer(
  token: unknown,
  asked: Native<unknown>,
  context: MintContext,
): { readonly token: string; readonly native: Native<unknown>; readonly claims: Readonly<Record<string, unknown>> } {
  const { adapter } = context;
  let claims: Readonly<Record<string, unknown>>;
  try {
    claims = parseClaims(token, adapter);
  } catch {
    throw badAnswer(adapter);
  }
  const native: Native<unknown> = adapter.fromClaims(claims);
  const paths = widerPaths(asked, native, context);
  const [path] = paths;
  if (path === undefined) return { token: token as string, native, claims };
  const shown = paths.slice(0, mostShown).join(", ");
  const more = paths.length > mostShown ? ` and ${paths.length - mostShown} more` : "";
  const message = `${adapter.displayName} minted a token that grants more than was asked, or may, at ${shown}${more}.`;
  throw new RoompassError("request.wider-than-asked", message, { path, details: { vendor: adapter.vendor, paths } });
}
