import type { Level, Note, VectorTest } from "../vectors/vector.js";

/** What a case is about; every category has a place in the printed table, also when it has no case. */
export const categories = [
  "manifest",
  "encode",
  "round-trip",
  "refusal",
  "purity",
  "decode",
  "unknown",
  "verify",
  "time",
  "limits",
  "secrets",
  "translate",
  "widening",
] as const;

/** One of `categories`. */
export type Category = (typeof categories)[number];

/** How far an adapter goes; each profile includes those before it. */
export const profiles = ["issue", "decode", "verify", "translate"] as const;

/** One of `profiles`. */
export type Profile = (typeof profiles)[number];

/** The profile that a category belongs to. */
export const profileOf: Readonly<Record<Category, Profile>> = {
  manifest: "issue",
  encode: "issue",
  "round-trip": "issue",
  refusal: "issue",
  purity: "issue",
  decode: "decode",
  unknown: "decode",
  verify: "verify",
  time: "verify",
  limits: "verify",
  secrets: "verify",
  translate: "translate",
  widening: "translate",
};

/** What became of one field on the way from one vendor to another, by core's kinds of report: `dropped`, `narrowed`, .... */
export interface Loss {
  /** The vendor that the token comes from. */
  readonly from: string;
  /** The vendor that it goes to. */
  readonly to: string;
  /** A grant path, `extensions.<vendor>.<key>` or `unknown.<claim>`. */
  readonly path: string;
  /** Core's kind of report. */
  readonly kind: string;
}

/** What was expected and what came out, in the same shape: the case passes when the two are the same value. */
export interface Observation {
  /** What has to come out, as plain data. */
  readonly expected: unknown;
  /** What came out, in the same shape. */
  readonly actual: unknown;
  /** The code of a refusal, where there was one. */
  readonly code?: string;
  /** For cases that translate: what became of which field. Told in reports, never compared. */
  readonly losses?: readonly Loss[];
}

/** One thing to examine in one subject. */
export interface Case {
  /** Stable, and never used for anything else again. */
  readonly id: string;
  /** What is examined, in one sentence. */
  readonly comment: string;
  /** What it is about; decides the profile that it belongs to. */
  readonly category: Category;
  /** How binding it is. */
  readonly level: Level;
  /** The revision of the specification that brought it. */
  readonly since: number;
  /** Why it is looked at, with the kind of bug that it finds. */
  readonly flags: readonly { readonly name: string; readonly note: Note }[];
  /** Operations and neutral paths without which it does not apply. */
  readonly requires: readonly string[];
  /** The id of the case with the opposite outcome, so that refusing everything passes neither. */
  readonly twin?: string;
  /** The vector that it runs, for explanations; generated cases have none. */
  readonly vector?: VectorTest;
  /** What a generated case starts from, for explanations: claims, or what is asked for. May throw what the adapter throws. */
  readonly asked?: () => unknown;
  /** Examines the subject once. Throws only what is neither expected nor a coded refusal. */
  readonly observe: () => Observation | Promise<Observation>;
}
