/**
 * Equal as JSON values: the order of members means nothing, the order of lists does, and absent, `false` and `null` are
 * three things. A member that is `undefined` is absent.
 */
export function sameValue(first: unknown, second: unknown): boolean {
  if (Object.is(first, second)) return true;
  if (typeof first !== "object" || typeof second !== "object" || first === null || second === null) return false;
  if (Array.isArray(first) !== Array.isArray(second)) return false;
  const names = Object.keys(first).filter((name) => (first as Record<string, unknown>)[name] !== undefined);
  const others = Object.keys(second).filter((name) => (second as Record<string, unknown>)[name] !== undefined);
  if (names.length !== others.length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(second, name) &&
      sameValue((first as Record<string, unknown>)[name], (second as Record<string, unknown>)[name]),
  );
}
