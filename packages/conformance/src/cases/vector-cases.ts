import { operations } from "../operations/operations.js";
import type { Subject } from "../subject/subject.js";
import { vectorsFor } from "../vectors/read-vectors.js";
import type { VectorTest } from "../vectors/vector.js";
import type { Case, Category } from "./case.js";

/** A partner that was given is there; one that was not makes the vector not applicable. */
function requirementsOf(subject: Subject, { requires }: VectorTest, partners: readonly Subject[]): readonly string[] {
  const there = new Set([subject, ...partners].map(({ adapter }) => `partner.${adapter.vendor}`));
  return requires.filter((name) => !there.has(name));
}

/** A vector as a case for one subject. */
export function caseOf(subject: Subject, test: VectorTest, partners: readonly Subject[] = []): Case {
  const operation = operations[test.input.op];
  if (operation === undefined)
    throw new Error(`${test.id} names the operation ${test.input.op}, which does not exist.`);
  return {
    id: test.id,
    comment: test.comment,
    category: test.category as Category,
    level: test.level,
    since: test.since,
    flags: test.flags.map((name) => ({ name, note: test.notes[name] as Case["flags"][number]["note"] })),
    requires: requirementsOf(subject, test, partners),
    ...(test.twin === undefined ? {} : { twin: test.twin }),
    vector: test,
    observe: () => operation(subject, test, partners),
  };
}

/** The vectors that hold for a subject: those for every vendor, its vendor's own, and those it brings along. */
export function vectorCases(
  subject: Subject,
  own: readonly VectorTest[] = [],
  partners: readonly Subject[] = [],
): readonly Case[] {
  return [...vectorsFor(subject.adapter.vendor), ...own].map((test) => caseOf(subject, test, partners));
}
