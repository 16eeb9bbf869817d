import type { Json } from "../vectors/vector.js";

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The dotted paths of members that nobody knows; an object that is not itself harmless stands for what is in it. */
export function unknownMembers(unknown: Json, harmless: Json, above = ""): string[] {
  return Object.entries(unknown).flatMap(([name, value]) => {
    const path = `${above}${name}`;
    if (Object.hasOwn(harmless, path)) return [];
    return isObject(value) && Object.keys(value).length > 0 ? unknownMembers(value, harmless, `${path}.`) : [path];
  });
}
