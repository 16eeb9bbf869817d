import type { ClaimsRecipe, Json } from "../vectors/vector.js";

type Members = Record<string, unknown>;

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = { n: value };
  return value;
}

/** The members of an object, and of all objects inside it. */
function countMembers(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inside = Object.values(value).reduce((sum: number, member) => sum + countMembers(member), 0);
  return inside + (Array.isArray(value) ? 0 : Object.keys(value).length);
}

const sizeOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

/** What stands around the claims part in a token: the other parts and two dots, in characters. */
export interface Surroundings {
  readonly characters: number;
}

/** The text that makes a token exactly so long: base64url has four characters for three bytes. */
function fillerFor(claims: Json, name: string, wanted: number, { characters }: Surroundings): string {
  const part = wanted - characters;
  const letters = Math.floor((part * 3) / 4) - sizeOf({ ...claims, [name]: "" });
  if (part % 4 === 1 || letters < 0) throw new Error(`No token of this account has ${wanted} characters.`);
  return "x".repeat(letters);
}

/** The claims with the members that a vector describes instead of writing them down. */
export function withLargeMembers(claims: Json, large: ClaimsRecipe["large"] = [], around: Surroundings): Json {
  const members: Members = { ...claims };
  for (const entry of large) {
    if ("characters" in entry) members[entry.name] = "x".repeat(entry.characters);
    else if ("depth" in entry) members[entry.name] = nested(entry.depth);
    else if ("tokenCharacters" in entry)
      members[entry.name] = fillerFor(members, entry.name, entry.tokenCharacters, around);
    else {
      const names = "names" in entry ? entry.names : entry.namesInAll - countMembers(members);
      for (let index = 0; index < names; index++) members[`${entry.prefix}${index}`] = index;
    }
  }
  return members;
}
