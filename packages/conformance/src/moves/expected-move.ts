import type { AnyAdapter, GrantPath, Native } from "@roompass/core/adapter";
import {
  compare,
  isAllowedBySilence,
  isWithheld,
  type Outcome,
  type Outcomes,
  type Place,
  type Powers,
  powersOfAuthority,
  type Right,
} from "../order/index.js";
import { sameValue } from "../run/same-value.js";
import { descriptionPaths, grantAt } from "../subject/example-values.js";
import { overLimits } from "./over-limits.js";
import type { Source } from "./source.js";
import { type MovePolicy, targetRequest } from "./target-request.js";
import { unknownMembers } from "./unknown-members.js";

/** What has to become of a token, by the suite's own order and by nothing that core says. */
export interface ExpectedMove {
  /** Paths at which it is refused; empty where it is accepted. Sorted. */
  readonly refused: readonly string[];
  /** `path kind`, one for each thing that is not the same as before. Sorted. */
  readonly report: readonly string[];
  readonly to: AnyAdapter;
  readonly native: Native<unknown>;
  readonly before: Powers;
  readonly after: Powers;
}

const isGain = (outcome: Outcome): boolean => outcome === "wider" || outcome === "incomparable";
const isUncertain = (outcome: Outcome): boolean => outcome === "assumed" || outcome === "advisory";

/** A token without an end, or one that is over, or that begins after its end. */
function refusedByTime({ from, until }: Powers, now: number, policy: MovePolicy): string[] {
  if (until.least === "not said") return ["expiresAt"];
  if (until.least === "never") return policy.allowNoExpiry === true ? [] : ["expiresAt"];
  if (until.least <= now) return ["expiresAt"];
  return until.least <= from.least ? ["notBefore"] : [];
}

/** Members that nobody knows, values that cannot be read, and restrictions that only this vendor has. */
function unread({ adapter, native, decoded }: Source, sameVendor: boolean): { refused: string[]; dropped: string[] } {
  const errors = native.findings.filter(({ severity }) => severity === "error");
  const unreadable = errors.map(({ path = "token" }) => `claims.${path}`);
  if (sameVendor) return { refused: unreadable, dropped: [] };
  const unknown = unknownMembers(native.unknown, adapter.harmless).map((path) => `unknown.${path}`);
  const residue = Object.keys(decoded.residue);
  const path = (name: string): string => `extensions.${adapter.vendor}.${name}`;
  const kindOf = (name: string): string | undefined => adapter.residueRules[name]?.kind;
  const binding = residue.filter((name) => !["covered", "hint"].includes(kindOf(name) ?? "")).map(path);
  return {
    refused: [...unreadable, ...unknown, ...binding],
    dropped: residue.filter((name) => kindOf(name) === "hint").map(path),
  };
}

/** JSON that became text, or the other way round, has lost nothing. */
function isKept(had: unknown, has: unknown): boolean {
  if (sameValue(had, has)) return true;
  if (typeof had === "object") return JSON.stringify(had) === has;
  return typeof has === "object" && JSON.stringify(has) === had;
}

const hasPlace = (to: AnyAdapter, path: string): boolean => to.capabilities[path as GrantPath]?.outside !== undefined;
const lost = (to: AnyAdapter, path: string): string => `${path} ${hasPlace(to, path) ? "moved" : "dropped"}`;

function lostDescriptions(before: unknown, after: unknown, to: AnyAdapter): string[] {
  return [...descriptionPaths]
    .filter((path) => grantAt(before, path) !== undefined && !isKept(grantAt(before, path), grantAt(after, path)))
    .map((path) => lost(to, path));
}

/** Whether a part is given of what the old token only allows by silence: not a verdict of its own, and yet not certain. */
function isPartOfSilence(path: string, outcome: Outcome, before: Powers, after: Powers, place: Place): boolean {
  if (!path.startsWith("rights.") || outcome !== "narrowed") return false;
  const right = path as Right;
  return !isWithheld(after.can[right]) && isAllowedBySilence(before.can[right], place);
}

function refusedByOrder(outcomes: Outcomes, before: Powers, after: Powers, place: Place, policy: MovePolicy): string[] {
  return Object.entries(outcomes)
    .filter(([path, outcome]) => {
      if (isGain(outcome)) {
        const isAllowed = policy.allowWidening?.includes(path) === true;
        return !isAllowed || (path === "participant.id" && outcome === "incomparable");
      }
      return policy.strict === true && (isUncertain(outcome) || isPartOfSilence(path, outcome, before, after, place));
    })
    .map(([path]) => path);
}

function linesOf(outcomes: Outcomes, to: AnyAdapter): string[] {
  return Object.entries(outcomes).flatMap(([path, outcome]) => {
    if (outcome === "equal") return [];
    if (isGain(outcome)) return [`${path} widened`];
    return [path.startsWith("automation.") ? lost(to, path) : `${path} ${outcome}`];
  });
}

/** Encodes a token for another vendor, reads it back, and compares: what a translation has to say about it. */
export function expectedMove(source: Source, to: AnyAdapter, now: number, policy: MovePolicy = {}): ExpectedMove {
  const { adapter: from, native, decoded, authority, powers: before } = source;
  const sameVendor = from.vendor === to.vendor;
  const request = targetRequest(decoded, authority, sameVendor, policy);
  const { native: next, problems } = to.encode(request);
  const after = powersOfAuthority(to.authority(next, {}));
  const place: Place = {
    now,
    sameVendor,
    samePlace: sameVendor,
    assumesNothing: policy.assume === "nothing",
    roomName: (name) => to.normalizeRoom(name),
    identical: sameVendor && sameValue([native.properties, native.unknown], [next.properties, next.unknown]),
  };
  const outcomes = compare(before, after, place);
  const rest = unread(source, sameVendor);
  const refused = [
    ...refusedByTime(before, now, policy),
    ...rest.refused,
    ...problems
      .filter(({ path, code }) => code !== "grant.unsupported" || policy.allowWidening?.includes(path) !== true)
      .map(({ path }) => path),
    ...overLimits(request.grant, to, now),
    ...refusedByOrder(outcomes, before, after, place, policy),
  ];
  const report = [
    ...(sameVendor ? [] : ["room moved"]),
    ...linesOf(outcomes, to),
    ...lostDescriptions(decoded.grant, to.decode(next).grant, to),
    ...rest.dropped.map((path) => `${path} dropped`),
  ];
  return {
    refused: [...new Set(refused)].sort(),
    report: [...new Set(report)].sort(),
    to,
    native: next,
    before,
    after,
  };
}
