import type { Adapter, AnyAdapter, EncodeRequest } from "../adapter/adapter.js";
import { checkRoomSettings } from "../adapter/check-room-settings.js";
import type { Native } from "../adapter/native.js";
import type { Authority } from "../authority/authority.js";
import { ceilingOfAuthority } from "../authority/ceilings.js";
import { compareAuthority } from "../authority/compare-authority.js";
import type { VerdictContext } from "../authority/verdict.js";
import { checkOptions } from "../errors/check-options.js";
import { sameValue } from "../grant/compare-values.js";
import { deepFreeze } from "../grant/freeze.js";
import type { Grant } from "../grant/grant.js";
import { checkNow } from "../jws/index.js";
import { encodeWithinLimits } from "../provider/check-limits.js";
import { grantOfDecoded } from "../provider/grant-of-decoded.js";
import type { Inspected, TokenReading, Trusted } from "../provider/token-reading.js";
import { type AdapterOrProvider, asAdapter, asTarget, type TranslationTarget } from "../provider/translation-target.js";
import { reportDescriptions } from "./descriptions.js";
import type { Narrowed } from "./narrow.js";
import { defaultPolicy, type ReadPolicy, readPolicy, type TranslationPolicy } from "./policy.js";
import { readSource } from "./read-source.js";
import type { Remedy } from "./remedy.js";
import { entry, fold, type Refusal, type ReportEntry } from "./report.js";
import { reportDifferences } from "./report-differences.js";
import { mapRooms } from "./rooms.js";
import { withSafeRedirect } from "./safe-redirect.js";
import { targetGrant } from "./target-grant.js";
import { markTranslated, type Translated } from "./translated.js";
import { TranslationError } from "./translation-error.js";
import { checkUnread } from "./unread.js";

interface CommonOptions<From extends AnyAdapter, To extends AnyAdapter> {
  /** The vendor that the source belongs to. */
  readonly from: AdapterOrProvider<From>;
  /** Where it is to go. With a provider the result also has `claims`. */
  readonly to: AdapterOrProvider<To>;
  /** Unix seconds. What lies in the past does not count. */
  readonly now: number;
  readonly policy?: TranslationPolicy;
  /** Lists what was kept exactly, too. */
  readonly includeExact?: boolean;
}

/** For a source that is trusted: one that `verify`, `validate` or `issue` returned. */
export type TranslateOptions<From extends AnyAdapter, To extends AnyAdapter> = CommonOptions<From, To> & {
  readonly trustUnverified?: false;
};

/** For a source that was only inspected: the caller says where it comes from. */
export type TranslateUnverifiedOptions<From extends AnyAdapter, To extends AnyAdapter> = CommonOptions<From, To> & {
  readonly trustUnverified: true;
};

const knownOptions = {
  called: "options",
  names: ["from", "to", "now", "policy", "includeExact", "trustUnverified"],
  restricting: ["policy"],
} as const;

const narrowInstead = {
  code: "translate.policy",
  otherwise: "and take away with `narrow` what it may restrict",
} as const;
const sourceRoom = { ...narrowInstead, path: "policy.rooms.source" } as const;
const targetRoom = { ...narrowInstead, path: "policy.rooms.target" } as const;

type VendorOf<Of> = Of extends Adapter<infer Vendor, infer _Properties> ? Vendor : never;
type PropertiesOf<Of> = Of extends Adapter<infer _Vendor, infer Properties> ? Properties : never;

/** Whether silence means the same on both sides: one vendor, one account, one room with one set of settings. */
function placeOf(
  reading: TokenReading,
  from: AnyAdapter,
  to: TranslationTarget,
  policy: ReadPolicy,
  roomChanged: boolean,
): VerdictContext {
  const sameVendor = from.vendor === to.adapter.vendor;
  const sameTenant = to.tenant === undefined ? to.method === undefined : to.tenant === reading.issuance.tenant;
  const sameSettings = sameValue(policy.sourceRoom, policy.targetRoom);
  return { assume: policy.assume, sameVendor, samePlace: sameVendor && sameTenant && sameSettings && !roomChanged };
}

/** Word for word, with what nobody knows; a source that could not be read for certain is refused anyway. */
function saysTheSame(source: Native<unknown>, target: Native<unknown>): boolean {
  return sameValue(source.properties, target.properties) && sameValue(source.unknown, target.unknown);
}

function encodeRequest(
  source: Narrowed,
  stated: Grant,
  to: TranslationTarget,
  place: VerdictContext,
  policy: ReadPolicy,
  room: Authority["room"],
  now: number,
): EncodeRequest {
  const { decoded } = source;
  // A vendor that mints by request is asked for documented properties only.
  const kept =
    place.sameVendor && to.method === "request"
      ? { residue: decoded.residue }
      : place.sameVendor
        ? { residue: decoded.residue, unknown: decoded.unknown }
        : {};
  const tenant = to.tenant ?? (place.samePlace ? decoded.issuance.tenant : undefined);
  const issuedAt = to.tenant === undefined ? (place.samePlace ? decoded.issuance.issuedAt : undefined) : now;
  return {
    grant: targetGrant(source.authority, stated, room.lowest, place.sameVendor),
    ceiling: ceilingOfAuthority(source.authority, place, policy.wideningRights),
    ...kept,
    issuance: { ...(tenant === undefined ? {} : { tenant }), ...(issuedAt === undefined ? {} : { issuedAt }) },
    ...(to.method === undefined ? {} : { method: to.method }),
    ...(policy.targetRoom === undefined ? {} : { room: policy.targetRoom }),
  };
}

/** A room keeps its name, but it is another room: somebody has to make it there. */
function roomEntry(
  source: Narrowed,
  place: VerdictContext,
  to: AnyAdapter,
  room: Authority["room"],
  changed: boolean,
  requirements: readonly Remedy[],
): ReportEntry[] {
  const from = source.authority.room.lowest;
  if (changed) return [entry("moved", "room", from, room.lowest, "Renamed by `rooms.map`.")];
  if (place.samePlace) return [];
  const own = requirements.find(({ where, value }) => where === "room" && value === room.lowest);
  const named = { vendor: to.vendor, where: "room", setting: "name", value: room.lowest } as const;
  const reason = `The room must exist at ${to.displayName} under this name.`;
  return [entry("moved", "room", from, room.lowest, reason, own ?? named)];
}

/** A description may be lost and is reported, unless the caller requires it. */
function requiredButDropped(descriptions: readonly ReportEntry[], policy: ReadPolicy): Refusal[] {
  return descriptions
    .filter(({ kind, path }) => kind === "dropped" && (policy.require as ReadonlySet<string>).has(path))
    .map(({ path, from, to, reason }) => ({ path, from, to, reason: `Required by the policy. ${reason}` }));
}

/** Keeps one refusal a path: what the encoder or the source says is closer to the cause than the comparison. */
function firstOfEach(refusals: readonly Refusal[]): Refusal[] {
  const seen = new Set<string>();
  return refusals.filter(({ path }) => !seen.has(path) && seen.add(path));
}

/**
 * Translates a token from one vendor to another, and never lets it come out stronger than it went in.
 *
 * The report is not what the encoder claims: the encoded result is read back through the target's own `decode` and
 * `authority` and compared with the source. Pure: no clock, no network; the same input gives the same output.
 *
 * @throws TranslationError (`translate.refused`) with every offending path in `refusals`.
 * @throws RoompassError `translate.unverified`, `translate.vendor-mismatch`, `translate.policy`, or a `grant.*` code
 *   for a `narrow` or `vouch` that is no valid grant; `options.unknown`, `options.invalid`, `input.wrong-kind` or
 *   `clock.invalid` for a wrong call.
 */
export function translate<From extends AnyAdapter, To extends AnyAdapter>(
  source: Trusted<VendorOf<From>, PropertiesOf<From>>,
  options: TranslateOptions<From, To>,
): Translated<VendorOf<To>, PropertiesOf<To>>;
export function translate<From extends AnyAdapter, To extends AnyAdapter>(
  source: Trusted<VendorOf<From>, PropertiesOf<From>> | Inspected<VendorOf<From>, PropertiesOf<From>>,
  options: TranslateUnverifiedOptions<From, To>,
): Translated<VendorOf<To>, PropertiesOf<To>>;
export function translate(
  reading: TokenReading,
  options: TranslateOptions<AnyAdapter, AnyAdapter> | TranslateUnverifiedOptions<AnyAdapter, AnyAdapter>,
): Translated {
  checkOptions(options, knownOptions);
  const policy = options.policy === undefined ? defaultPolicy : readPolicy(options.policy);
  const now = checkNow(options.now, "now");
  const from = asAdapter(options.from, "from");
  const to = asTarget(options.to, "to");
  checkRoomSettings(from, policy.sourceRoom, sourceRoom);
  checkRoomSettings(to.adapter, policy.targetRoom, targetRoom);
  const source = readSource(reading, from, policy, { now, trustUnverified: options.trustUnverified === true });

  const rooms = mapRooms(source.authority.room, policy.map, to.adapter.normalizeRoom);
  const place = placeOf(reading, from, to, policy, rooms.changed);
  const hints = withSafeRedirect(source.decoded.grant, place.sameVendor);
  const request = encodeRequest(source, hints.grant, to, place, policy, rooms.room, now);
  const encoded = encodeWithinLimits(to.adapter, request, now);
  // What the caller lets widen may be lost: the comparison reports it.
  const standing = encoded.problems.filter(
    ({ path, code }) => code !== "grant.unsupported" || !(policy.allowWidening as ReadonlySet<string>).has(path),
  );
  const problems: Refusal[] = standing.map(({ path, message, remedy }) => ({
    path,
    from: undefined,
    to: undefined,
    reason: message,
    ...(remedy === undefined ? {} : { remedy }),
  }));

  // What is signed is what is compared: a provider that signs is read back from its claims.
  const claims = to.method === "sign" && problems.length === 0 ? to.adapter.toClaims(encoded.native) : undefined;
  const native: Native<unknown> = claims === undefined ? encoded.native : to.adapter.fromClaims(claims);
  const decoded = to.adapter.decode(native);
  const target = to.adapter.authority(native, policy.targetRoom === undefined ? {} : { room: policy.targetRoom });
  const requirements = to.adapter.roomRequirements(native);

  const renamed: Authority = { ...source.authority, room: rooms.room };
  const identical = place.sameVendor && saysTheSame(reading.native, native);
  const { normalizeRoom } = to.adapter;
  const differences = compareAuthority(renamed, target, { ...place, identical, now, normalizeRoom });
  const names = { from: from.displayName, to: to.adapter.displayName };
  const compared = reportDifferences(differences, source, policy, names, {
    to: to.adapter,
    source: renamed,
    target,
    request,
    requirements,
  });
  const unread = checkUnread(
    reading,
    source.decoded.residue,
    from,
    { unknown: place.sameVendor && to.method !== "request", residue: place.sameVendor },
    policy,
  );

  const descriptions = [...reportDescriptions(request.grant, decoded.grant, to.adapter), ...hints.entries];
  const refusals = firstOfEach([
    ...source.refusals,
    ...rooms.refusals,
    ...unread.refusals,
    ...problems,
    ...compared.refusals,
    ...requiredButDropped(descriptions, policy),
  ]);
  if (refusals.length > 0) throw new TranslationError(from.displayName, to.adapter.displayName, refusals);

  const entries = [
    ...roomEntry(source, place, to.adapter, rooms.room, rooms.changed, requirements),
    ...compared.entries,
    ...descriptions,
    ...unread.entries,
  ];
  const report = fold(
    options.includeExact === true ? entries : entries.filter(({ kind }) => kind !== "exact"),
    ({ kind }) => kind,
  );
  const tenant = target.tenant ?? to.tenant;
  const moved: Translated = {
    vendor: to.adapter.vendor,
    properties: deepFreeze(native.properties),
    ...(claims === undefined ? {} : { claims: deepFreeze(claims) }),
    grant: grantOfDecoded(decoded, to.adapter),
    report: deepFreeze(report),
    join: deepFreeze(to.adapter.join(request.grant)),
    roomRequirements: deepFreeze([...requirements]),
    native: deepFreeze(native),
    ...(tenant === undefined ? {} : { tenant }),
  };
  return markTranslated(moved, to.adapter);
}
