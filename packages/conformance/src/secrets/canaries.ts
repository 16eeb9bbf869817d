import type { ClaimsRecipe, TokenRecipe, VectorTest } from "../vectors/vector.js";

/** A text that stands nowhere else: where it turns up, it came out of the token. */
export const canaryMarker = "marker-r4Kw9TzQ2nVx7BhM5cLp";

const canaryTail = "q7Zr3VbX9mTn5LcK2wYh8JdF4sGp6AeU";

/** Keys with a text that stands nowhere else. Public keys stay what they are: it matters that they are some. */
function canaryKeys(keys: VectorTest["keys"]): VectorTest["keys"] {
  return Object.fromEntries(
    Object.entries(keys).map(([id, text]) => [
      id,
      text.startsWith("TEST-ONLY-") ? `TEST-ONLY-${id}-${canaryTail}` : text,
    ]),
  );
}

const isWhole = ({ value, literal, claims = {} }: TokenRecipe): boolean =>
  value !== undefined || literal !== undefined || claims.text !== undefined || claims.raw !== undefined;

/** The recipe with a member more, where its claims are made here. */
function marked(recipe: TokenRecipe): TokenRecipe {
  if (isWhole(recipe)) return recipe;
  const claims: ClaimsRecipe = { ...recipe.claims, members: { ...recipe.claims?.members, "x-canary": canaryMarker } };
  return { ...recipe, claims };
}

/**
 * The same test with canaries: other keys, and a member more in the token. A literal token is signed already, so that its
 * keys stay as they are.
 */
export function withCanaries(test: VectorTest): VectorTest {
  const { input } = test;
  if (input.op !== "verify") return { ...test, keys: canaryKeys(test.keys) };
  const recipe = (input.token ?? {}) as TokenRecipe;
  const keys = recipe.literal === undefined ? canaryKeys(test.keys) : test.keys;
  return { ...test, keys, input: { ...input, token: marked(recipe) } };
}
