/**
 * The dotted paths of members that are there and `undefined`. In a grant that is not silence but a mistake: a field that may
 * restrict and has got lost.
 */
export function undefinedMembers(value: unknown, path = ""): readonly string[] {
  if (value === undefined) return [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    undefinedMembers(member, path === "" ? name : `${path}.${name}`),
  );
}
