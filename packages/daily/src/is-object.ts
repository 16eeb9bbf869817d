/** A JSON object, whatever its prototype; parsed claims have none. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sets an own member; a plain assignment to `__proto__` would change the prototype instead. */
export function setOwn(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__")
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
}

/** An object while it is being built. */
export type Draft<Value> = { -readonly [name in keyof Value]: Value[name] };
