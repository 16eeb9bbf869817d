/** Freezes deeply: what an adapter is given must come out unchanged. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

/** A frozen copy as JSON has it: without members that are undefined. */
export function plain(value: unknown): unknown {
  return value === undefined ? undefined : frozen(JSON.parse(JSON.stringify(value)));
}
