import { isFull } from "../../../../../tools/enumerations.ts";

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

/** How long a test may take, in milliseconds: a full run walks tens of thousands of tokens a pair. */
export const wholeSpace = isFull ? 3_600_000 : 60_000;
