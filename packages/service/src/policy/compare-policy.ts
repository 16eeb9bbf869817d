import { type AnyAdapter, compare, type Grant, type TokenReading } from "@roompass/core";
import type { ParticipantRule, RoomRule } from "../contract/policy.js";
import type { ProblemItem } from "../errors/service-error.js";
import type { ReadPolicy } from "./read-policy.js";

/** What is to be handed out: what it says, and how its vendor reads it. */
export interface Wanted {
  readonly grant: Grant;
  readonly reading: Pick<TokenReading, "native">;
  readonly adapter: AnyAdapter;
}

const beyond = (path: string, message: string): ProblemItem => ({ path, code: "http.beyond-policy", message });

function fitsRoom(room: string, rules: readonly RoomRule[]): boolean {
  return rules.some((rule) => {
    if ("name" in rule) return rule.name === room;
    return "any" in rule || room.startsWith(rule.prefix);
  });
}

/** A pattern is in the vendor's dialect, so that only who may enter every room may use one. */
function checkRooms({ room }: Grant, { rooms }: ReadPolicy): ProblemItem[] {
  const names = typeof room === "string" ? [room] : "anyOf" in room ? room.anyOf : undefined;
  const fits = names === undefined ? rooms.some((rule) => "any" in rule) : names.every((name) => fitsRoom(name, rooms));
  return fits ? [] : [beyond("room", "The key may not let anybody into this room.")];
}

function fitsParticipant(id: string, rule: ParticipantRule): boolean {
  if ("ids" in rule) return rule.ids.includes(id);
  return "any" in rule || id.startsWith(rule.prefix);
}

function checkParticipant({ participant }: Grant, policy: ReadPolicy): ProblemItem[] {
  const id = participant?.id;
  const fits = id === undefined ? policy.unboundParticipants : fitsParticipant(id, policy.participants);
  if (fits) return [];
  const message =
    id === undefined ? "The key needs a participant's id in every token." : "The key may not let this participant in.";
  return [beyond("participant.id", message)];
}

/** Written so that a clock that is no number refuses. */
function checkLife({ expiresAt }: Grant, { maxSeconds }: ReadPolicy, now: number): ProblemItem[] {
  if (typeof expiresAt === "number" && expiresAt <= now + maxSeconds) return [];
  return [beyond("expiresAt", `The key's tokens end within ${maxSeconds} seconds.`)];
}

function checkExtensions({ extensions }: Grant, policy: ReadPolicy): ProblemItem[] {
  if (policy.extensions || extensions === undefined) return [];
  return [beyond("extensions", "The key may not use what only one vendor has.")];
}

/** Checked above: grants and tokens have no account in common, so that the order cannot tell. */
const checkedHere: ReadonlySet<string> = new Set(["room", "expiresAt", "notBefore", "participant.id"]);

function messageFor(path: string): string {
  if (path.startsWith("rights.")) {
    return "The token would give this right, or its vendor does not document that it does not, and the key may not.";
  }
  if (path.startsWith("extensions")) return "The key may not use what only one vendor has.";
  return "The token would go beyond what the key may.";
}

/**
 * The rights and everything else that has an order: the highest that the token can mean, as its vendor documents it, has
 * to be within what the policy says. The same order that translation uses.
 */
function checkOrder(wanted: Wanted, policy: ReadPolicy, now: number): ProblemItem[] {
  const { grant, adapter } = wanted;
  const { native } = wanted.reading;
  const { properties, unknown } = native;
  const reading: TokenReading = {
    vendor: adapter.vendor,
    verified: false,
    grant,
    issuance: {},
    properties,
    unknown,
    warnings: [],
    native,
  };
  const { entries } = compare(policy.highest, { reading, adapter }, { now });
  return entries
    .filter(({ kind, path }) => kind === "gained" && !checkedHere.has(path))
    .filter(({ path }) => !(policy.extensions && path.startsWith("extensions")))
    .filter(({ path }) => !(path === "purpose" && grant.purpose.every((one) => policy.highest.purpose.includes(one))))
    .map(({ path }) => {
      const shown = path.startsWith("extensions") ? "extensions" : path.startsWith("unknown") ? "unknown" : path;
      return beyond(shown, messageFor(path));
    });
}

/** Everything in which a token goes beyond a policy. Empty = it may be handed out. */
export function beyondPolicy(wanted: Wanted, policy: ReadPolicy, now: number): ProblemItem[] {
  const items = [
    ...checkRooms(wanted.grant, policy),
    ...checkParticipant(wanted.grant, policy),
    ...checkLife(wanted.grant, policy, now),
    ...checkOrder(wanted, policy, now),
    ...checkExtensions(wanted.grant, policy),
  ];
  const seen = new Set<string>();
  return items.filter(({ path }) => !seen.has(path) && seen.add(path));
}
