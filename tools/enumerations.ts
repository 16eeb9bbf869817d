// How much of a space the tests walk: all of it with `npm run test:full`, an even part of it otherwise.

/** Whether everything is walked. */
export const isFull: boolean = process.env["ROOMPASS_FULL"] === "1";

/**
 * Whether to repeat what takes long and breaks seldom: on the build server, and in a full run.
 */
export const isThorough: boolean = isFull || process.env["CI"] === "true";

const isCoprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : isCoprime(b, a % b));

/**
 * About `count` of them, evenly spread and always the same ones. The step has no divisor in common with the numbers of
 * values that claims have, whose product a space is as a rule, so that no two values are kept apart for good.
 */
export function spread<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (all.length <= count) return all;
  let step = Math.floor(all.length / count);
  while (!isCoprime(step, 2 * 3 * 5 * 7 * all.length)) step += 1;
  return all.filter((_, index) => index % step === 0);
}

/** The same, and in a full run every one. */
export const sampled = <Item>(all: readonly Item[], count: number): readonly Item[] =>
  isFull ? all : spread(all, count);

/** How many random cases to draw: as many as given in a full run, a fifth of them otherwise. */
export const draws = (count: number): number => (isFull ? count : Math.ceil(count / 5));
