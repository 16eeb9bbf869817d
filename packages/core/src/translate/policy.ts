import type { RoomSettings } from "../adapter/adapter.js";
import type { Assume } from "../authority/verdict.js";
import { describeGiven } from "../errors/given.js";
import { RoompassError } from "../errors/roompass-error.js";
import type { GrantInput, RightsInput } from "../grant/grant-input.js";
import { isObject, isPlainObject } from "../grant/is-object.js";
import { nearestName } from "../grant/nearest-name.js";
import { fieldPaths, type GrantPath, grantPaths, type RightPath, rightPaths } from "../grant/right-path.js";
import { formatPath } from "../jws/token-finding.js";
import { descriptionPaths } from "./descriptions.js";
import { copyPolicy } from "./own-members.js";

/** A path of the neutral model, or a parent that stands for all below it (`rights.moderate`). */
export type PathOrParent =
  | GrantPath
  | "rights"
  | "rights.publish"
  | "rights.moderate"
  | "stay"
  | "participant"
  | "start"
  | "automation"
  | "client";

/** What may be written into `narrow`: everything of a grant that grants something. */
export interface NarrowInput
  extends Partial<Pick<GrantInput, "room" | "notBefore" | "expiresAt" | "expiresIn" | "stay" | "entry" | "rights">> {
  /** Binds the new token to one person. */
  readonly participant?: { readonly id: string };
}

/** New names for rooms. Two source names must never become one. */
export type RoomMap = Readonly<Record<string, string>> | ((room: string) => string | undefined);

/** What the caller says about a translation. Everything is optional; the default is the safest. */
export interface TranslationPolicy {
  /** Intersected with the source first. Also the way to give an id or an expiry that the target requires. */
  readonly narrow?: NarrowInput;
  /** How rooms of the source are called at the target, and how both are really set. */
  readonly rooms?: {
    readonly map?: RoomMap;
    /** The real settings of the source's room, by its vendor's names, read in place of silence. */
    readonly source?: RoomSettings;
    readonly target?: RoomSettings;
  };
  /** Default `documented-defaults`; `nothing` takes every silent right of the source as unknown. */
  readonly assume?: Assume;
  /** Refuses what would only be `assumed` or `advisory`, and a part that `narrow` selects from a default. */
  readonly strict?: boolean;
  /** Rights (or parents), `entry`, `stay`, `notBefore` or `participant.id` that may come out wider. Reported `widened`. */
  readonly allowWidening?: readonly PathOrParent[];
  /** What the source's role really gives, such as `{ moderate: true }`; counts as said by the token. */
  readonly vouch?: RightsInput;
  /** Lets a token that never expires become one that never expires. */
  readonly allowNoExpiry?: boolean;
  /** Paths that must not be narrowed. */
  readonly require?: readonly PathOrParent[];
  /** Members of the source to pass over, by dotted claim path or property name. */
  readonly ignoreUnknown?: readonly string[];
}

const parents = ["rights", "rights.publish", "rights.moderate", "stay", "participant", "start", "automation", "client"];

/** Widening these is never allowed: an expiry is not extended, a room scope not grown, a purpose not added. */
const neverWidened: ReadonlySet<string> = new Set(["room", "expiresAt", "purpose"]);

function suggestion(name: string, names: readonly string[], list: string): string {
  const near = nearestName(name, names);
  return near === undefined ? `${list}: ${names.join(", ")}.` : `Did you mean \`${near}\`?`;
}

function expand(paths: readonly string[], option: string): Set<GrantPath> {
  const expanded = new Set<GrantPath>();
  paths.forEach((path, index) => {
    const matches = grantPaths.filter(
      (known) => known === path || (parents.includes(path) && known.startsWith(`${path}.`)),
    );
    if (matches.length === 0) {
      throw new RoompassError("translate.policy", `\`${option}\` names something that is not a path of a grant.`, {
        path: `policy.${option}.${index}`,
        cure: suggestion(path, [...parents, ...fieldPaths, ...rightPaths], "Use one of"),
      });
    }
    for (const match of matches) expanded.add(match);
  });
  return expanded;
}

/** What describes or hints never refuses, so that allowing it to widen can only be a mistake for something else. */
function checkWidens(path: PathOrParent, index: number): void {
  const describes = (known: GrantPath): boolean => (descriptionPaths as readonly GrantPath[]).includes(known);
  if (![...expand([path], "allowWidening")].every(describes)) return;
  throw new RoompassError("translate.policy", "`allowWidening` names something that carries no rights.", {
    path: `policy.allowWidening.${index}`,
    cure: "Leave it out; `require` is what keeps a description from being lost.",
  });
}

/** A policy with its paths checked and written out. */
export interface ReadPolicy {
  readonly narrow: NarrowInput | undefined;
  readonly map: RoomMap | undefined;
  readonly sourceRoom: RoomSettings | undefined;
  readonly targetRoom: RoomSettings | undefined;
  readonly assume: Assume;
  readonly strict: boolean;
  readonly allowWidening: ReadonlySet<GrantPath>;
  readonly wideningRights: ReadonlySet<RightPath>;
  readonly vouch: RightsInput | undefined;
  readonly allowNoExpiry: boolean;
  readonly require: ReadonlySet<GrantPath>;
  readonly ignoreUnknown: ReadonlySet<string>;
}

const members: Readonly<Record<keyof TranslationPolicy, (value: unknown) => boolean>> = {
  narrow: isPlainObject,
  rooms: isPlainObject,
  assume: (value) => value === "documented-defaults" || value === "nothing",
  strict: isBoolean,
  allowWidening: isTextList,
  vouch: isPlainObject,
  allowNoExpiry: isBoolean,
  require: isTextList,
  ignoreUnknown: isTextList,
};

/** What takes something away: one of these that is there and undefined is a variable that nobody filled in. */
const restricting: ReadonlySet<string> = new Set(["narrow", "require", "strict", "assume"]);

function unfilled(path: string): RoompassError {
  return new RoompassError("translate.policy", `\`${path}\` is undefined.`, {
    path,
    cure: "Give it a value, or leave the member out of the policy.",
  });
}

function isBoolean(value: unknown): boolean {
  return typeof value === "boolean";
}
function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
function isRoomMap(value: unknown): boolean {
  if (typeof value === "function") return true;
  return isObject(value) && Object.values(value).every((name) => typeof name === "string");
}

function checkRooms(rooms: NonNullable<TranslationPolicy["rooms"]>): void {
  for (const [key, value] of Object.entries(rooms)) {
    if (key === "map" && value === undefined) throw unfilled("policy.rooms.map");
    const known = key === "map" || key === "source" || key === "target";
    const isValid = key === "map" ? isRoomMap(value) : isPlainObject(value);
    if (known && (value === undefined || isValid)) continue;
    throw new RoompassError("translate.policy", `\`rooms.${known ? key : "…"}\` is not a valid part of the policy.`, {
      path: known ? `policy.rooms.${key}` : "policy.rooms",
      cure: "`rooms` has `map` (a table or a function), `source` and `target` (room settings).",
    });
  }
}

/** What a grant has and `narrow` does not. Passed over in silence, it would look as if it had been taken away. */
const notNarrowed: readonly string[] = ["purpose", "start", "automation", "client", "extensions"];

function checkNarrow(narrow: NarrowInput): void {
  const participant: object = isObject(narrow.participant) ? narrow.participant : {};
  const stated = [
    ...Object.entries(narrow),
    ...Object.entries(participant).map(([name, value]) => [`participant.${name}`, value] as const),
  ].filter(([, value]) => value !== undefined);
  const wrong = stated.find(
    ([name]) => notNarrowed.includes(name) || (name.startsWith("participant.") && name !== "participant.id"),
  );
  if (wrong === undefined) return;
  throw new RoompassError("translate.policy", "`narrow` has a field of a grant that cannot be narrowed.", {
    path: formatPath("policy.narrow", wrong[0].split(".")),
    cure: "`narrow` takes room, participant.id, notBefore, expiresAt, expiresIn, stay, entry and rights.",
  });
}

/**
 * Checks a policy and writes its paths out.
 *
 * @throws RoompassError `translate.policy` for a member that does not exist, a value of the wrong type, a path that
 *   does not exist, a field that cannot be narrowed, a widening that is never allowed or means nothing, or more than
 *   `policyLimits`.
 */
export function readPolicy(given: TranslationPolicy): ReadPolicy {
  if (!isPlainObject(given)) {
    throw new RoompassError("translate.policy", `\`policy\` is ${describeGiven(given)}, not a plain object.`, {
      path: "policy",
      cure: "Pass an object such as `{ narrow: { room } }`, or leave `policy` out.",
    });
  }
  const policy: TranslationPolicy = copyPolicy(given);
  for (const [key, value] of Object.entries(policy)) {
    const check = Object.hasOwn(members, key) ? members[key as keyof TranslationPolicy] : undefined;
    if (value === undefined && restricting.has(key)) throw unfilled(`policy.${key}`);
    if (check === undefined || !(value === undefined || check(value))) {
      throw new RoompassError(
        "translate.policy",
        `The policy's ${check === undefined ? "member is not known" : `\`${key}\` has the wrong type`}.`,
        {
          path: check === undefined ? "policy" : `policy.${key}`,
          cure:
            check === undefined
              ? suggestion(key, Object.keys(members), "The policy has")
              : "Compare it with the type of the policy; leave out what is not wanted.",
        },
      );
    }
  }
  if (policy.rooms !== undefined) checkRooms(policy.rooms);
  if (policy.narrow !== undefined) checkNarrow(policy.narrow);
  const allowWidening = expand(policy.allowWidening ?? [], "allowWidening");
  policy.allowWidening?.forEach(checkWidens);
  for (const path of allowWidening) {
    if (!neverWidened.has(path)) continue;
    throw new RoompassError("translate.policy", `\`allowWidening\` cannot name ${path}.`, {
      path: "policy.allowWidening",
      cure: "An expiry is never extended, a room scope never grown, a purpose never added; use `narrow` instead.",
    });
  }
  return {
    narrow: policy.narrow,
    map: policy.rooms?.map,
    sourceRoom: policy.rooms?.source,
    targetRoom: policy.rooms?.target,
    assume: policy.assume ?? "documented-defaults",
    strict: policy.strict ?? false,
    allowWidening,
    wideningRights: new Set(rightPaths.filter((path) => allowWidening.has(path))),
    vouch: policy.vouch,
    allowNoExpiry: policy.allowNoExpiry ?? false,
    require: expand(policy.require ?? [], "require"),
    ignoreUnknown: new Set(policy.ignoreUnknown ?? []),
  };
}

/** Without a policy: the safest. Read once, since most translations have none. */
export const defaultPolicy: ReadPolicy = readPolicy({});
