import { RoompassError } from "../errors/roompass-error.js";
import { isObject, isPlainObject } from "../grant/is-object.js";

/** How much one policy may hold, apart from the rows of `rooms.map`. No real one comes near. */
export const policyLimits = Object.freeze({
  /** Entries of `allowWidening` and of `require`; there are fewer paths and parents than that. */
  paths: 100,
  /** Members and elements of the policy altogether. */
  members: 10_000,
  /** Objects and lists inside each other. */
  levels: 16,
} as const);

interface Budget {
  membersLeft: number;
}

function tooMuch(path: string, what: string): RoompassError {
  return new RoompassError("translate.policy", `The policy holds ${what}.`, {
    path,
    cure: "Leave out what one token does not need; rooms of a whole account belong into `rooms.map`.",
  });
}

/** Where it is, in an error; a name that no policy has is nobody's business. */
const placeOf = (name: string): string => (/^[A-Za-z]{1,20}$/.test(name) ? `.${name}` : "");

function take(count: number, budget: Budget, path: string): void {
  budget.membersLeft -= count;
  if (budget.membersLeft < 0) throw tooMuch(path, `more than ${policyLimits.members} members`);
}

/** An object's own members, each read once; the copy inherits nothing. */
export function ownMembers(value: object): Record<string, unknown> {
  const copy: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(value)) copy[name] = (value as Record<string, unknown>)[name];
  return copy;
}

function copyValue(value: unknown, path: string, budget: Budget, levels: number): unknown {
  if (Array.isArray(value)) {
    if (levels === 0) throw tooMuch(path, `more than ${policyLimits.levels} levels`);
    take(value.length, budget, path);
    return Array.from(value, (item) => copyValue(item, path, budget, levels - 1));
  }
  // A date, a function or an instance of a class is nothing that could be copied, and whoever reads it says so.
  return isPlainObject(value) ? copyMembers(value as object, path, budget, levels) : value;
}

function copyMembers(value: object, path: string, budget: Budget, levels: number): Record<string, unknown> {
  if (levels === 0) throw tooMuch(path, `more than ${policyLimits.levels} levels`);
  const names = Object.keys(value);
  take(names.length, budget, path);
  const copy: Record<string, unknown> = Object.create(null);
  for (const name of names) copy[name] = copyValue((value as Record<string, unknown>)[name], path, budget, levels - 1);
  return copy;
}

function copyRooms(rooms: object, budget: Budget): Record<string, unknown> {
  const copy = ownMembers(rooms);
  for (const [name, value] of Object.entries(copy)) {
    if (!isObject(value)) continue;
    copy[name] =
      name === "map"
        ? ownMembers(value)
        : copyValue(value, `policy.rooms${placeOf(name)}`, budget, policyLimits.levels);
  }
  return copy;
}

/**
 * A copy of a policy that is the caller's no longer: every member is read once, so that what was checked is what is
 * used, and nothing is inherited, so that nobody else's `Object.prototype` has a say.
 *
 * @throws RoompassError `translate.policy` for more than the limits, before anything is done with it.
 */
export function copyPolicy(policy: object): Record<string, unknown> {
  const budget: Budget = { membersLeft: policyLimits.members };
  const copy = ownMembers(policy);
  for (const [name, value] of Object.entries(copy)) {
    const path = `policy${placeOf(name)}`;
    if ((name === "allowWidening" || name === "require") && Array.isArray(value) && value.length > policyLimits.paths)
      throw tooMuch(path, `more than ${policyLimits.paths} paths in \`${name}\``);
    copy[name] =
      name === "rooms" && isPlainObject(value)
        ? copyRooms(value as object, budget)
        : copyValue(value, path, budget, policyLimits.levels);
  }
  return copy;
}
