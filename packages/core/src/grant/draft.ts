/** A parsed object while it is being built. */
export type Draft<Value> = { -readonly [name in keyof Value]: Value[name] };
