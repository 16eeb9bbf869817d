import { type Grant, parseGrant } from "@roompass/core";
import type { CallerPolicy, Operation, ParticipantRule, RoomRule } from "../contract/policy.js";
import type { RateLimit } from "../contract/store.js";
import { ServiceError } from "../errors/service-error.js";

/** A policy that was checked, in the form in which requests are compared with it. */
export interface ReadPolicy {
  readonly operations: ReadonlySet<Operation>;
  readonly providers: ReadonlySet<string>;
  readonly rooms: readonly RoomRule[];
  readonly maxSeconds: number;
  /** What is compared with. Its room and times are not looked at. */
  readonly highest: Grant;
  readonly participants: ParticipantRule;
  readonly unboundParticipants: boolean;
  readonly extensions: boolean;
  readonly trustUnverified: boolean;
  readonly rate: RateLimit | undefined;
}

const everyOperation: readonly Operation[] = ["issue", "verify", "translate", "invite"];
const usualOperations: readonly Operation[] = ["issue", "verify", "translate"];

const memberNames: Readonly<Record<keyof CallerPolicy, true>> = {
  operations: true,
  providers: true,
  rooms: true,
  maxSeconds: true,
  rights: true,
  participants: true,
  unboundParticipants: true,
  entry: true,
  purpose: true,
  stay: true,
  automation: true,
  extensions: true,
  trustUnverified: true,
  rate: true,
};

function refuse(path: string, message: string): never {
  throw new TypeError(`policy.${path} ${message}.`);
}

const isName = (value: unknown): value is string => typeof value === "string" && value !== "";
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) > 0;

function checkFlag(policy: CallerPolicy, member: "unboundParticipants" | "extensions" | "trustUnverified"): boolean {
  const value: unknown = policy[member];
  if (value === undefined || typeof value === "boolean") return value === true;
  return refuse(member, "is not true or false");
}

function checkNames(names: unknown, path: string): readonly string[] {
  if (Array.isArray(names) && names.every(isName)) return names as readonly string[];
  return refuse(path, "is not a list of names");
}

/** A rule with a member too many could mean something else to whoever wrote it. */
function checkRule(rule: unknown, path: string, listName: "name" | "ids"): void {
  const entries = typeof rule === "object" && rule !== null ? Object.entries(rule) : [];
  const [member, value] = entries[0] ?? [];
  if (entries.length !== 1) refuse(path, "has to have exactly one member");
  if (member === "any" ? value === true : member === "prefix" && isName(value)) return;
  if (member === "name" && listName === "name" && isName(value)) return;
  if (member === "ids" && listName === "ids" && checkNames(value, path).length > 0) return;
  refuse(path, `has to be one of { ${listName} }, { prefix } and { any: true }`);
}

function checkRate(rate: RateLimit | undefined): RateLimit | undefined {
  if (rate === undefined || (isWhole(rate.requests) && isWhole(rate.seconds))) return rate;
  return refuse("rate", "has to have `requests` and `seconds`, both whole and above 0");
}

/** Room and times are compared apart; these only make a whole grant. */
const frame = { room: { any: true }, expiresAt: 4_102_444_800 } as const;
const now = 1_700_000_000;

function highestOf(policy: CallerPolicy): Grant {
  const automation = {
    ...(policy.automation?.record === true ? { record: true } : {}),
    ...(policy.automation?.transcribe === true ? { transcribe: true } : {}),
  };
  return parseGrant(
    {
      ...frame,
      purpose: policy.purpose ?? "participant",
      entry: policy.entry ?? "direct",
      // The one right whose denial is a power: nobody hides unless the policy says so.
      rights: { visible: true, ...policy.rights },
      ...(policy.stay === undefined ? {} : { stay: policy.stay }),
      ...(Object.keys(automation).length === 0 ? {} : { automation }),
    },
    { now },
  );
}

function read(policy: CallerPolicy): ReadPolicy {
  const unknown = Object.keys(policy).find((member) => !Object.hasOwn(memberNames, member));
  if (unknown !== undefined) refuse(unknown, "does not exist");
  const operations = checkNames(policy.operations ?? usualOperations, "operations") as readonly Operation[];
  if (!operations.every((operation) => everyOperation.includes(operation))) refuse("operations", "names no operation");
  if (!Array.isArray(policy.rooms) || policy.rooms.length === 0) refuse("rooms", "has no rule");
  for (const rule of policy.rooms) checkRule(rule, "rooms", "name");
  checkRule(policy.participants, "participants", "ids");
  if (!isWhole(policy.maxSeconds)) refuse("maxSeconds", "is not a whole number of seconds above 0");
  if (typeof policy.rights !== "object" || policy.rights === null) refuse("rights", "is missing");
  return Object.freeze({
    operations: new Set(operations),
    providers: new Set(checkNames(policy.providers, "providers")),
    rooms: policy.rooms,
    maxSeconds: policy.maxSeconds,
    highest: highestOf(policy),
    participants: policy.participants,
    unboundParticipants: checkFlag(policy, "unboundParticipants"),
    extensions: checkFlag(policy, "extensions"),
    trustUnverified: checkFlag(policy, "trustUnverified"),
    rate: checkRate(policy.rate),
  });
}

const known = new WeakMap<CallerPolicy, ReadPolicy>();

/**
 * Checks a policy once for as long as it is the same object; one that is changed in place is not seen to be.
 *
 * @throws ServiceError `http.internal` for a policy that is none: the operator's mistake, and not the caller's.
 */
export function readPolicy(policy: CallerPolicy): ReadPolicy {
  let found = known.get(policy);
  if (found === undefined) {
    try {
      found = read(policy);
    } catch (cause) {
      throw new ServiceError("http.internal", { cause });
    }
    known.set(policy, found);
  }
  return found;
}

/**
 * Checks a policy, for whoever reads callers from a file and wants to know at the start.
 *
 * @throws TypeError or RoompassError that names the member and what is wrong with it.
 */
export function checkPolicy(policy: CallerPolicy): void {
  read(policy);
}
