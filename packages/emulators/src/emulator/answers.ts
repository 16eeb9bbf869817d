/** `documented`: the vendor says so. `chosen`: nobody documents it, and the README's table says what was chosen. */
export type Basis = "documented" | "chosen";

/** Whether the holder of a token may do something. */
export interface Allowance {
  /** The answer. */
  readonly allowed: boolean;
  /** What the answer rests on: a document, or a choice of the emulator's. */
  readonly basis: Basis;
  /** One sentence for a person. */
  readonly reason: string;
}

export function yes(reason: string, basis: Basis = "documented"): Allowance {
  return { allowed: true, basis, reason };
}

export function no(reason: string, basis: Basis = "documented"): Allowance {
  return { allowed: false, basis, reason };
}

/** What became of somebody who tried to enter a room. */
export interface Entry<Person> {
  readonly outcome: "joined" | "lobby" | "refused";
  readonly basis: Basis;
  readonly reason: string;
  /** The vendor's own error code where it documents one, else a word of the emulator's. */
  readonly code?: string | number;
  /** The vendor lets its holder in as if there were no token. */
  readonly tokenIgnored?: true;
  /** Missing when refused. */
  readonly person?: Person;
}

export function refused(code: string | number, reason: string, basis: Basis = "documented"): Entry<never> {
  return { outcome: "refused", basis, code, reason };
}
