import type { ProgramWatch, Subject } from "./subject.js";

const genuine = new WeakSet<ProgramWatch>();

/** Marks the watch of a program that this package has started. A module that hands over one of its own has no say. */
export function genuineWatch(watch: ProgramWatch): ProgramWatch {
  genuine.add(watch);
  return watch;
}

/** The subject without a `program` that this package did not make: it would decide on the subject's own outcomes. */
export function withoutForeignWatch(subject: Subject): Subject {
  const { program, ...rest } = subject;
  return program === undefined || genuine.has(program) ? subject : rest;
}
