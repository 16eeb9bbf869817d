/**
 * Freezes plain data and everything inside it, in place, and returns it.
 *
 * Takes arrays, objects and primitives without cycles. Functions are left as they are.
 */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) freezeInside(value);
  return value;
}

function freezeInside(container: object): void {
  Object.freeze(container);
  // Something frozen on the outside may still be open inside, so frozen members are visited too. A loop makes no list of
  // the names, of which there are many: every token's content comes through here.
  for (const name in container) {
    const member = (container as Record<string, unknown>)[name];
    if (typeof member === "object" && member !== null && Object.hasOwn(container, name)) freezeInside(member);
  }
}
