import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import { agreementCases } from "./agreement-cases.js";
import type { Case } from "./case.js";
import { contractCases } from "./contract-cases.js";
import { encodeCases } from "./encode-cases.js";
import { extensionCases } from "./extension-cases.js";
import { joinCases } from "./join-cases.js";
import { listed } from "./listed.js";
import { madePurityCases } from "./made-purity-cases.js";
import { manifestCases } from "./manifest-cases.js";
import { oddClaimCases } from "./odd-claim-cases.js";
import { otherNameCases } from "./other-name-cases.js";
import { ownVendorCases } from "./own-vendor-cases.js";
import { partnersOf } from "./partners.js";
import { purityCases } from "./purity-cases.js";
import { randomCases } from "./random-cases.js";
import { readingCases } from "./reading-cases.js";
import { recognitionCases } from "./recognition-cases.js";
import { refusalCases } from "./refusal-cases.js";
import { residueCases } from "./residue-cases.js";
import { resultSecretCases } from "./result-secret-cases.js";
import { roundTripCases } from "./round-trip-cases.js";
import { secretCases } from "./secret-cases.js";
import { settingCases } from "./setting-cases.js";
import { translateCases } from "./translate-cases.js";
import { unknownCases } from "./unknown-cases.js";
import { vectorCases } from "./vector-cases.js";
import { wideningCases } from "./widening-cases.js";

/** What cases are made of, beside the subject. */
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
    ...listed(subject, "manifest", () => manifestCases(subject)),
    ...vectors,
    ...listed(subject, "encode", () => [
      ...encodeCases(subject),
      ...agreementCases(subject, options.seed ?? 1),
      ...contractCases(subject),
      ...extensionCases(subject),
      ...joinCases(subject),
    ]),
    ...listed(subject, "round-trip", () => roundTripCases(subject)),
    ...listed(subject, "refusal", () => refusalCases(subject)),
    ...purityCases(vectors),
    ...listed(subject, "purity", () => madePurityCases(subject)),
    ...listed(subject, "decode", () => [
      ...readingCases(subject, partners),
      ...recognitionCases(subject),
      ...oddClaimCases(subject),
      ...settingCases(subject),
    ]),
    ...listed(subject, "unknown", () => [
      ...unknownCases(subject),
      ...otherNameCases(subject),
      ...residueCases(subject, partners),
      ...ownVendorCases(subject),
    ]),
    ...secretCases(subject, vectors),
    ...resultSecretCases(subject),
    ...listed(subject, "translate", () => translateCases(subject, partners)),
    ...listed(subject, "widening", () => wideningCases(subject, partners)),
    ...randomCases(subject, partners, options.seed ?? 1),
  ];
}
