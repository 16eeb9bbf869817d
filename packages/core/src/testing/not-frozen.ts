/** Where something is not frozen: `["value.limits.maxLength"]`. Functions are left out, as `deepFreeze` leaves them. */
export function notFrozenIn(value: unknown, path = "value", seen: Set<unknown> = new Set()): string[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  const below = Object.entries(value).flatMap(([name, member]) => notFrozenIn(member, `${path}.${name}`, seen));
  return Object.isFrozen(value) ? below : [path, ...below];
}
