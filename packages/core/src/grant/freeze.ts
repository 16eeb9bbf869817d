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
  // Something frozen on the outside may still be open inside, so frozen members are visited too.
  for (const name of Object.keys(container)) {
    const member = (container as Record<string, unknown>)[name];
    if (typeof member === "object" && member !== null) freezeInside(member);
  }
}
