/** Whether a value is written as its vendor documents it. */
export type IsReadable = (value: unknown) => boolean;

/**
 * The members that are there and written in a way that nobody documents, in the order of `readers`. One that is absent or
 * `null` is unset.
 */
export function unreadableMembers(
  members: Readonly<Record<string, unknown>>,
  readers: Readonly<Record<string, IsReadable>>,
): string[] {
  return Object.entries(readers).flatMap(([name, isReadable]) => {
    const value = Object.hasOwn(members, name) ? (members[name] ?? undefined) : undefined;
    return value === undefined || isReadable(value) ? [] : [name];
  });
}
