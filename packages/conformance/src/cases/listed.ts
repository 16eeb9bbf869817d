import { ProgramError } from "../protocol/program-error.js";
import type { Incident, Subject } from "../subject/subject.js";
import type { Case, Category } from "./case.js";
import { generatedCase } from "./generated-case.js";

function brokenCase(category: Category, error: unknown): Case {
  return generatedCase({
    id: `core.${category}.listing`,
    comment: "the adapter makes the tokens that cases start from",
    category,
    flag: "Declared",
    observe: () => {
      throw error;
    },
  });
}

/**
 * The cases of one kind, for which tokens are made. What breaks down meanwhile has one case more, which says so:
 * the cases that could not be listed are not passed over in silence.
 *
 * @throws ProgramError where the program cannot be started any more.
 */
export function listed(subject: Subject, category: Category, make: () => readonly Case[]): readonly Case[] {
  const { program } = subject;
  let cases: readonly Case[] = [];
  let thrown: { readonly error: unknown } | undefined;
  try {
    cases = make();
  } catch (error) {
    thrown = { error };
  }
  if (program === undefined) return thrown === undefined ? cases : [brokenCase(category, thrown.error)];
  const incident = program.takeIncident();
  if (incident?.isFinal === true) throw incident.fault ?? new ProgramError(incident);
  if (incident !== undefined) return [...cases, brokenCase(category, new ProgramError(incident))];
  if (thrown === undefined) return cases;
  // Answers that no adapter gives can break what is made of them: that is the program's doing as well.
  const incidentOfAnswers: Incident = { outcome: "error", note: "gave answers that are no tokens", isFinal: false };
  return [brokenCase(category, new ProgramError(incidentOfAnswers))];
}
