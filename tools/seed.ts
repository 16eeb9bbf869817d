// The seed of all property tests: ROOMPASS_SEED when it is set, else a fixed number.
const DEFAULT_SEED = 20261121;

export function seedFromEnvironment(environment: NodeJS.ProcessEnv = process.env): number {
  const text = environment["ROOMPASS_SEED"];
  if (text === undefined || text === "") return DEFAULT_SEED;
  if (!/^-?\d{1,10}$/.test(text)) throw new Error("ROOMPASS_SEED must be a whole number of at most ten digits.");
  return Number(text) | 0;
}
