import type { Subject } from "../subject/subject.js";
import type { Case } from "./case.js";
import { foreignClaimCases } from "./foreign-claim-cases.js";
import { policyCases } from "./policy-cases.js";
import { trapCases } from "./trap-cases.js";

/** Every known way in which a translator lets a token come out stronger than it went in. */
export function wideningCases(subject: Subject, partners: readonly Subject[]): readonly Case[] {
  return [...trapCases(subject, partners), ...foreignClaimCases(subject, partners), ...policyCases(subject, partners)];
}
