import { operations } from "../operations/operations.js";
import type { Subject } from "../subject/subject.js";
import { vectorsFor } from "../vectors/read-vectors.js";
import type { VectorTest } from "../vectors/vector.js";
import type { Case, Category } from "./case.js";

/** A vector as a case for one subject. */
export function caseOf(subject: Subject, test: VectorTest): Case {
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
    requires: test.requires,
    ...(test.twin === undefined ? {} : { twin: test.twin }),
    vector: test,
    observe: () => operation.observe(subject, test),
  };
}

/** The vectors that hold for a subject: those for every vendor, its vendor's own, and those it brings along. */
export function vectorCases(subject: Subject, own: readonly VectorTest[] = []): readonly Case[] {
  return [...vectorsFor(subject.adapter.vendor), ...own].map((test) => caseOf(subject, test));
}
