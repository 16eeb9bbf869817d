const deepest = 24;

/**
 * Any value as JSON can hold it. An adapter may hand out what JSON cannot: a cycle, a function, a big number. A report
 * tells of it instead of breaking.
 */
export function plainValue(value: unknown, above: readonly object[] = []): unknown {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) ? value : `(${value})`;
    case "bigint":
      return `(bigint ${value})`;
    case "undefined":
      return undefined;
    case "function":
    case "symbol":
      return `(${typeof value})`;
  }
  if (value === null) return null;
  const object = value as object;
  if (above.includes(object)) return "(contains itself)";
  if (above.length >= deepest) return "(too deep)";
  const inside = [...above, object];
  try {
    if (Array.isArray(object)) return object.map((item) => plainValue(item, inside) ?? null);
    const members = Object.entries(object).flatMap(([name, member]) => {
      const plain = plainValue(member, inside);
      return plain === undefined ? [] : [[name, plain] as const];
    });
    return Object.fromEntries(members);
  } catch {
    return "(cannot be read)";
  }
}

/** With the members of every object in one order, so that equal values have equal texts. */
export function sortedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedValue);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([first], [second]) => (first < second ? -1 : first > second ? 1 : 0));
  return Object.fromEntries(members.map(([name, member]) => [name, sortedValue(member)]));
}
