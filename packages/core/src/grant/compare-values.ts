/**
 * Whether two JSON-like values are the same, whatever the order of their members.
 *
 * `null`, an absent member and an `undefined` one are three different things. `0` and `-0` are the same, as in JSON text.
 */
export function sameValue(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null) return false;
  const firstIsList = Array.isArray(first);
  if (firstIsList !== Array.isArray(second)) return false;
  return firstIsList ? sameList(first, second as readonly unknown[]) : sameMembers(first, second);
}

function sameList(first: readonly unknown[], second: readonly unknown[]): boolean {
  if (first.length !== second.length) return false;
  for (let index = 0; index < first.length; index++) {
    if (!sameValue(first[index], second[index])) return false;
  }
  return true;
}

function sameMembers(first: object, second: object): boolean {
  const names = Object.keys(first);
  if (names.length !== Object.keys(second).length) return false;
  for (const name of names) {
    // Own members only: `{}` has a `constructor` by inheritance.
    if (!Object.hasOwn(second, name)) return false;
    if (!sameValue((first as Record<string, unknown>)[name], (second as Record<string, unknown>)[name])) return false;
  }
  return true;
}
