import type { AnyAdapter, EncodeProblem, EncodeRequest } from "../adapter/adapter.js";
import type { Authority, StatedReading } from "../authority/authority.js";
import { orderModes, orderRooms, orderSelections, orderSets } from "../authority/order.js";
import { judge, readTarget } from "../authority/verdict.js";
import { sameValue } from "../grant/compare-values.js";
import type { Grant } from "../grant/grant.js";
import { type CapturePath, type FieldPath, type GrantPath, type RightPath, rightPaths } from "../grant/right-path.js";
import { rightValue } from "../grant/right-value.js";
import { roleThatKeeps } from "../translate/remedies.js";
import type { Remedy } from "../translate/remedy.js";

const strict = { assume: "documented-defaults", sameVendor: false, samePlace: false } as const;

/**
 * A denial that a room or account setting might lift since the token expresses it by not having a role, or that its own
 * holder can lift. The token could not say it any better, so it is issued and reported.
 */
export function isUnconfirmedDenial(path: RightPath, grant: Grant, authority: Authority): boolean {
  const reading = authority.rights[path];
  const isLiftable = reading === "default(deny), liftable" || reading === "deny, liftable";
  return rightValue(grant.rights, path) === false && isLiftable;
}

function isHeld(path: RightPath, grant: Grant, authority: Authority): boolean {
  const asked = rightValue(grant.rights, path);
  const reading = readTarget(authority.rights[path]);
  if (asked === undefined) return judge("unknown", authority.rights[path], strict) !== "wider";
  if (asked === false) return reading === "deny" || isUnconfirmedDenial(path, grant, authority);
  if (path === "rights.subscribe" && typeof asked === "object" && "base" in asked) {
    return reading === "allow" && orderSelections(authority.subscribeSelection ?? { base: true }, asked) === "equal";
  }
  if (Array.isArray(asked))
    return reading === "allow" && orderModes(authority.modes?.[path as CapturePath], asked) === "equal";
  if (authority.subscribeSelection !== undefined && path === "rights.subscribe") return false;
  if (authority.modes?.[path as CapturePath] !== undefined) return false;
  return reading === "allow" || reading === "possible" || reading === "default(allow)";
}

function problem(path: GrantPath, message: string, cure: string, remedy?: Remedy): EncodeProblem {
  return { path, code: "grant.unsupported", message, cure, ...(remedy === undefined ? {} : { remedy }) };
}

function rightProblem(
  path: RightPath,
  grant: Grant,
  reading: StatedReading,
  adapter: AnyAdapter,
  request: EncodeRequest,
): EncodeProblem {
  const asked = rightValue(grant.rights, path);
  if (asked === undefined) {
    return problem(
      path,
      `A ${adapter.displayName} token would also give \`${path}\`, which was not asked for.`,
      `Ask for \`${path}\` too, or leave out what it comes with.`,
    );
  }
  if (asked === false) {
    return problem(
      path,
      `A ${adapter.displayName} token cannot withhold \`${path}\`.`,
      adapter.capabilities[path].note ?? "Leave it out, and withhold it elsewhere.",
      adapter.capabilities[path].outside,
    );
  }
  const others = roleThatKeeps(path, adapter, request)?.filter((other) => other !== path) ?? [];
  if (others.length > 0) {
    return problem(
      path,
      `${adapter.displayName} gives \`${path}\` only through a role that also covers ${others.join(", ")}.`,
      `Ask for ${others.join(", ")} as well, or leave \`${path}\` out.`,
    );
  }
  const { note, outside } = adapter.capabilities[path];
  const message = `A ${adapter.displayName} token cannot hold \`${path}\`.`;
  // Where no token is needed for it, a setting elsewhere can only take it away.
  if (reading === "ungoverned, everyone") return problem(path, message, "Leave it out: every participant may.");
  if (reading === "ungoverned") return problem(path, message, "Leave it out: no token of the vendor withholds it.");
  return problem(path, message, note ?? "Leave it out.", outside);
}

type IsHeld = (authority: Authority, grant: Grant, adapter: AnyAdapter, now: number) => boolean;

/** Everything that may be asked for and is not a right, with whether the read-back token holds it. */
const fields: readonly (readonly [FieldPath, IsHeld])[] = [
  ["purpose", ({ purpose }, grant) => orderSets(purpose.highest, grant.purpose) === "equal"],
  ["room", isRoomHeld],
  ["participant.id", ({ identity }, grant) => identity.highest === (grant.participant?.id ?? null)],
  [
    "notBefore",
    ({ window }, grant, _adapter, now) =>
      Math.max(window.highest.notBefore, now) === Math.max(grant.notBefore ?? 0, now),
  ],
  ["expiresAt", ({ window }, grant) => window.highest.expiresAt === grant.expiresAt],
  ["stay.maxSeconds", ({ stay }, grant) => stay.highest.maxSeconds === (grant.stay?.maxSeconds ?? null)],
  ["stay.endsAtExpiry", ({ stay }, grant) => stay.highest.endsAtExpiry === (grant.stay?.endsAtExpiry ?? false)],
  // A token that asks at a door that the room may have left open is reported, see `reportUnconfirmed`.
  ["entry", ({ entry }, grant) => grant.entry === undefined || entry.lowest === grant.entry],
  ["automation.record", ({ automation }, grant) => sameValue(automation.record, grant.automation?.record)],
  ["automation.transcribe", ({ automation }, grant) => sameValue(automation.transcribe, grant.automation?.transcribe)],
];

function isRoomHeld({ room }: Authority, grant: Grant, { normalizeRoom }: AnyAdapter): boolean {
  return orderRooms(room.highest, grant.room, { sameTenant: true, normalizeRoom }) === "equal";
}

function fieldProblem(path: FieldPath, { capabilities, displayName }: AnyAdapter): EncodeProblem {
  const { note, outside } = capabilities[path];
  return problem(path, `A ${displayName} token cannot hold this \`${path}\`.`, note ?? "Leave it out.", outside);
}

/**
 * Issuing is strict where translating narrows: whatever a grant says is in the token as read back, and no right that it
 * does not say. Descriptions and hints are reported elsewhere.
 */
export function checkExplicit(
  grant: Grant,
  authority: Authority,
  adapter: AnyAdapter,
  request: EncodeRequest,
  now: number,
): EncodeProblem[] {
  const problems: EncodeProblem[] = [];
  for (const [path, isFieldHeld] of fields) {
    if (!isFieldHeld(authority, grant, adapter, now)) problems.push(fieldProblem(path, adapter));
  }
  for (const path of rightPaths) {
    if (!isHeld(path, grant, authority))
      problems.push(rightProblem(path, grant, authority.rights[path], adapter, request));
  }
  return problems;
}
