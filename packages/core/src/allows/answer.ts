import type { Reading } from "../authority/authority.js";

/** What `allows` says to one question. */
export interface Answer {
  /** `yes` and `no` hold whatever the documents leave open; everything else is `uncertain`. */
  readonly answer: "yes" | "no" | "uncertain";
  /** How the token or the grant reads on this. */
  readonly reading: Reading;
  /** One sentence, without any value of the token. */
  readonly reason: string;
}

export function yes(reading: Reading, reason: string): Answer {
  return { answer: "yes", reading, reason };
}

export function no(reason: string, reading: Reading = "deny"): Answer {
  return { answer: "no", reading, reason };
}

export function uncertain(reading: Reading, reason: string): Answer {
  return { answer: "uncertain", reading, reason };
}
