import { inTime, late } from "../run/in-time.js";
import { checkSubject, SubjectError } from "./check-subject.js";
import { loadFailure, textOfThrown } from "./load-failure.js";
import { locateModule, type PackageInfo, packageOf } from "./locate-module.js";
import type { Subject } from "./subject.js";

/** How long a module may take to load and to make an adapter, in milliseconds. */
const loadMilliseconds = 30_000;

async function soon<Value>(name: string, milliseconds: number, act: () => Value | Promise<Value>): Promise<Value> {
  const value = await inTime(act, milliseconds);
  if (value === late) throw new SubjectError(`${name} makes no adapter within ${milliseconds} ms.`);
  return value;
}

async function importModule(address: string, name: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(/* @vite-ignore */ address)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw new SubjectError(loadFailure(error, name, address, folder));
  }
}

async function made(exported: unknown, name: string): Promise<unknown> {
  if (typeof exported !== "function") return exported;
  try {
    return await (exported as () => unknown)();
  } catch (error) {
    throw new SubjectError(`The function that ${name} exports does not make an adapter. ${textOfThrown(error)}`);
  }
}

/** A package may have its subject at an address of its own, as the adapters of this project have. */
function meant(name: string, folder: string): string {
  try {
    locateModule(`${name}/conformance`, folder);
    return ` Did you mean \`${name}/conformance\`?`;
  } catch {
    return "";
  }
}

/** The subject, or what is wrong with it, with the name of where it comes from. */
function checked(value: unknown, name: string): Subject {
  try {
    return checkSubject(value);
  } catch (error) {
    throw error instanceof SubjectError ? new SubjectError(`${name}: ${error.message}`) : error;
  }
}

/** An adapter that was found by its name. */
export interface LoadedSubject {
  /** What its module exports. */
  readonly subject: Subject;
  /** The package that it comes from; its vectors run beside ours. */
  readonly origin?: PackageInfo;
}

/** For reports: what the package says where the subject says nothing, and the version where the two agree on the name. */
function named(subject: Subject, origin: PackageInfo | undefined): Subject {
  const name = subject.name ?? origin?.name;
  const version = subject.version ?? (name === origin?.name ? origin?.version : undefined);
  return {
    ...subject,
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
  };
}

/**
 * Loads what is to be examined: the export `default`, `subject` or `adapter` of a module, a value or a function that makes
 * one.
 *
 * @param name A path, or the name of a package that is installed where the command runs.
 * @throws SubjectError when there is none or it does not load.
 */
export async function loadSubject(
  name: string,
  folder: string = process.cwd(),
  milliseconds: number = loadMilliseconds,
): Promise<LoadedSubject> {
  const address = locateModule(name, folder);
  const module = await soon(name, milliseconds, () => importModule(address, name, folder));
  const exported = module["default"] ?? module["subject"] ?? module["adapter"];
  if (exported === undefined) {
    throw new SubjectError(`${name} has no export \`default\`, \`subject\` or \`adapter\`.${meant(name, folder)}`);
  }
  const subject = checked(await soon(name, milliseconds, () => made(exported, name)), name);
  const origin = packageOf(address);
  return { subject: named(subject, origin), ...(origin === undefined ? {} : { origin }) };
}
