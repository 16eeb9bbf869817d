// Taken before an adapter is loaded, which could replace them.
const { hasOwn, is, keys } = Object;
const { isArray } = Array;

type Members = Readonly<Record<string, unknown>>;

/** How many members there are that are not `undefined`. */
function count(value: Members, names: readonly string[]): number {
  let number = 0;
  for (let index = 0; index < names.length; index++) if (value[names[index] as string] !== undefined) number += 1;
  return number;
}

/**
 * Equal as JSON values: the order of members means nothing, the order of lists does, and absent, `false` and `null` are
 * three things. A member that is `undefined` is absent.
 */
export function sameValue(first: unknown, second: unknown): boolean {
  if (is(first, second)) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null) return false;
  if (isArray(first) !== isArray(second)) return false;
  const one = first as Members;
  const other = second as Members;
  const names = keys(one);
  if (count(one, names) !== count(other, keys(other))) return false;
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string;
    if (one[name] === undefined) continue;
    if (!hasOwn(other, name) || !sameValue(one[name], other[name])) return false;
  }
  return true;
}
