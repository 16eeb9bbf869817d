/** Freezes deeply: what an adapter is given must come out unchanged. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

/** An answer that reads otherwise as JSON than as it is. The message says what it has, and nothing of what stands in it. */
export class NotPlainError extends Error {
  override name = "NotPlainError";
}

const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, prototype: objectPrototype } = Object;
const { isArray, prototype: listPrototype } = Array;
const { ownKeys } = Reflect;

/** An item's place in a list. */
const place = /^\d+$/;

const notPlain = (what: string): NotPlainError => new NotPlainError(`an answer is no plain data: it has ${what}`);

function plainObject(value: object): unknown {
  const isList = isArray(value);
  const prototype = getPrototypeOf(value);
  if (prototype !== (isList ? listPrototype : objectPrototype) && (isList || prototype !== null))
    throw notPlain("a prototype of its own");
  const copy: object = isList ? [] : {};
  const names = ownKeys(value);
  for (let index = 0; index < names.length; index++) {
    const name = names[index] as string | symbol;
    if (isList && name === "length") continue;
    if (typeof name === "symbol") throw notPlain("a member named by a symbol");
    if (isList && !place.test(name)) throw notPlain("a list with a member of its own");
    const found = getOwnPropertyDescriptor(value, name);
    if (found === undefined || !("value" in found)) throw notPlain("a member that is computed when it is read");
    if (found.enumerable !== true) throw notPlain("a hidden member");
    if (name === "toJSON" && typeof found.value === "function") throw notPlain("`toJSON`");
    const member = plainMember(found.value);
    // As JSON has it: a member that is undefined is absent, an item is null.
    if (member === undefined && !isList) continue;
    defineProperty(copy, name, { value: member ?? null, enumerable: true, writable: true, configurable: true });
  }
  return freeze(copy);
}

function plainMember(value: unknown): unknown {
  switch (typeof value) {
    case "function":
    case "symbol":
    case "bigint":
      throw notPlain(`a ${typeof value}`);
    case "number":
      return Number.isFinite(value) ? value : null;
    case "object":
      return value === null ? null : plainObject(value);
    default:
      return value;
  }
}

/**
 * A frozen copy as JSON has it: without members that are undefined.
 *
 * @throws NotPlainError for what is read in one way by a program and in another as JSON.
 */
export const plain = (value: unknown): unknown => plainMember(value);
