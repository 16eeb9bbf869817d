import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import type { Case } from "./case.js";
import { manifestCases } from "./manifest-cases.js";
import { partnersOf } from "./partners.js";
import { purityCases } from "./purity-cases.js";
import { randomCases } from "./random-cases.js";
import { refusalCases } from "./refusal-cases.js";
import { secretCases } from "./secret-cases.js";
import { translateCases } from "./translate-cases.js";
import { vectorCases } from "./vector-cases.js";
import { wideningCases } from "./widening-cases.js";

export interface ListOptions {
  /** Vectors of the adapter's own package, after lint. */
  readonly own?: readonly VectorTest[];
  /** For the generated cases; printed with every result. Default 1. */
  readonly seed?: number;
  /** Other adapters to translate to and from, beside the reference adapter. */
  readonly partners?: readonly Subject[];
}

/** Everything that the suite examines in one subject, in a stable order. Nothing can be switched off here. */
export function listCases(subject: Subject, options: ListOptions = {}): readonly Case[] {
  const partners = partnersOf(subject, options.partners);
  const vectors = vectorCases(subject, options.own, partners);
  return [
    ...manifestCases(subject),
    ...vectors,
    ...refusalCases(subject),
    ...purityCases(subject, vectors),
    ...secretCases(subject, vectors),
    ...translateCases(subject, partners),
    ...wideningCases(subject, partners),
    ...randomCases(subject, partners, options.seed ?? 1),
  ];
}
