export type Claims = Readonly<Record<string, unknown>>;

type Choices = Readonly<Record<string, readonly unknown[]>>;

/** Every way to take one value of each list; `undefined` leaves the member out. */
export function combine(choices: Choices): Claims[] {
  return Object.entries(choices).reduce<Claims[]>(
    (all, [name, values]) =>
      all.flatMap((claims) => values.map((value) => (value === undefined ? claims : { ...claims, [name]: value }))),
    [{}],
  );
}

/** Every one of the first with every one of the second. */
export function multiply(first: readonly Claims[], second: readonly Claims[]): Claims[] {
  return first.flatMap((one) => second.map((other) => ({ ...one, ...other })));
}

/** The members of each inside `name`, which is left out where it would be empty. */
export function inside(name: string, all: readonly Claims[]): Claims[] {
  return all.map((members) => (Object.keys(members).length === 0 ? {} : { [name]: members }));
}

/** Whether every claim space is walked in full, or in steps. */
export const isFull: boolean = process.env["ROOMPASS_FULL"] === "1";

/** How long a test may take, in milliseconds: a full run walks tens of thousands of tokens a pair. */
export const wholeSpace = isFull ? 3_600_000 : 60_000;

/**
 * About `count` of them, evenly spread and always the same ones. The step has no divisor in common with the numbers of
 * values that claims have here, so that no combination of two claims is left out for good.
 */
export function spread<Item>(all: readonly Item[], count: number): readonly Item[] {
  if (all.length <= count) return all;
  let step = Math.floor(all.length / count);
  while ([2, 3, 5, 7].some((divisor) => step % divisor === 0)) step += 1;
  return all.filter((_, index) => index % step === 0);
}
