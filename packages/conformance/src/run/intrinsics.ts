/** What the suite judges with. All of it runs in one process with the adapter, which can replace any of it. */
const owners: readonly (readonly [name: string, owner: object])[] = [
  ["Object", Object],
  ["Object.prototype", Object.prototype],
  ["Function.prototype", Function.prototype],
  ["Array", Array],
  ["Array.prototype", Array.prototype],
  ["String", String],
  ["String.prototype", String.prototype],
  ["Number", Number],
  ["RegExp.prototype", RegExp.prototype],
  ["Map.prototype", Map.prototype],
  ["Set.prototype", Set.prototype],
  ["WeakMap.prototype", WeakMap.prototype],
  ["WeakSet.prototype", WeakSet.prototype],
  ["Promise", Promise],
  ["Promise.prototype", Promise.prototype],
  ["Uint8Array.prototype", Uint8Array.prototype],
  ["JSON", JSON],
  ["Reflect", Reflect],
];

const { getOwnPropertyDescriptor, is } = Object;
const { ownKeys } = Reflect;

interface Part {
  readonly name: string;
  readonly owner: object;
  readonly key: string | symbol;
  readonly value: unknown;
  readonly get: unknown;
}

/** As they are when this package is loaded, which in the command is before the adapter's module. */
const parts: readonly Part[] = owners.flatMap(([name, owner]) =>
  ownKeys(owner).flatMap((key): Part[] => {
    const found = getOwnPropertyDescriptor(owner, key);
    if (found === undefined) return [];
    return [{ name: `${name}.${String(key)}`, owner, key, value: found.value, get: found.get }];
  }),
);

/** The first of the language's own functions that is not the one it was; undefined where nobody has touched them. */
export function replacedIntrinsic(): string | undefined {
  // Without a method of a list or an iterator: those are what is looked at.
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index] as Part;
    const found = getOwnPropertyDescriptor(part.owner, part.key);
    if (found === undefined || !is(found.value, part.value) || found.get !== part.get) return part.name;
  }
  return undefined;
}
