import { switchNames } from "../run/refuse-options.js";
import { lists, operations, tables, texts } from "./adapter-members.js";
import { computedMembers } from "./computed.js";
import { withoutForeignWatch } from "./program-watch.js";
import type { Subject } from "./subject.js";

/** Why something cannot be examined at all; the message says what was expected. */
export class SubjectError extends Error {
  override name = "SubjectError";
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members that an adapter lacks, by name. */
function missingFrom(adapter: Readonly<Record<string, unknown>>): readonly string[] {
  return [
    ...texts.filter((name) => typeof adapter[name] !== "string"),
    ...lists.filter((name) => !Array.isArray(adapter[name])),
    ...operations.filter((name) => typeof adapter[name] !== "function"),
    ...tables.filter((name) => !isObject(adapter[name])),
  ];
}

const rowTexts = ["carried", "property", "claim", "note", "source", "asOf"] as const;

/** Rows are looked into before any case runs. What stands in them is what the cases are for. */
function checkRows(capabilities: Readonly<Record<string, unknown>>): void {
  for (const [path, row] of Object.entries(capabilities)) {
    if (!isObject(row)) throw new SubjectError(`\`capabilities\` has a row that is no object, for \`${path}\`.`);
    const wrong = rowTexts.find((name) => row[name] !== undefined && typeof row[name] !== "string");
    if (wrong !== undefined)
      throw new SubjectError(`\`capabilities\` has a \`${wrong}\` that is no text, for \`${path}\`.`);
  }
}

/** It stands in ids, names of files and lines of a terminal. */
function checkVendor(vendor: string): void {
  if (vendor === "core") throw new SubjectError("`core` is no vendor: the ids of what holds for all begin so.");
  if (!/^[a-z][a-z0-9-]{0,63}$/.test(vendor))
    throw new SubjectError("`vendor` is no short name in lower case, such as `acme` or `acme-video`.");
}

function checkOperations(subject: Readonly<Record<string, unknown>>): void {
  for (const name of ["issue", "plan", "verify"]) {
    if (subject[name] === undefined || typeof subject[name] === "function") continue;
    throw new SubjectError(`\`${name}\` is no function. Leave out what the adapter does not do.`);
  }
}

function refuseSwitches(value: Readonly<Record<string, unknown>>): void {
  for (const name of switchNames) {
    if (!Object.hasOwn(value, name)) continue;
    throw new SubjectError(
      `There is no \`${name}\`: what an adapter cannot do belongs into its \`capabilities\`, for all to see.`,
    );
  }
}

const members = ["adapter", "example", "name", "version", "issue", "plan", "verify", "program"] as const;

/** The members that a subject has, each read once: what else a module hands over has no say. */
function known(subject: Readonly<Record<string, unknown>>): Subject {
  const read = members.map((name) => [name, subject[name]] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined)) as unknown as Subject;
}

/**
 * Takes what a module exports: an adapter, or a subject with its operations.
 *
 * @throws SubjectError that names what is missing. Only the shape is looked at here; the rest is what the cases are for.
 */
export function checkSubject(value: unknown): Subject {
  if (!isObject(value))
    throw new SubjectError("The export is no object. Export an adapter, or `{ adapter, issue, verify }`.");
  refuseSwitches(value);
  const subject = isObject(value["adapter"]) ? value : { adapter: value };
  const adapter = subject["adapter"] as Readonly<Record<string, unknown>>;
  const [computed] = computedMembers(adapter);
  if (computed !== undefined)
    throw new SubjectError(`The adapter computes \`${computed}\` when it is read. Make it a plain member.`);
  const missing = missingFrom(adapter);
  if (missing.length > 0)
    throw new SubjectError(`The adapter has no ${missing.map((name) => `\`${name}\``).join(", ")}.`);
  checkVendor(adapter["vendor"] as string);
  checkRows(adapter["capabilities"] as Readonly<Record<string, unknown>>);
  checkOperations(subject);
  return withoutForeignWatch(known(subject));
}
