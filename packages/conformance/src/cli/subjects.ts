import { printable } from "../report/printable.js";
import { SubjectError } from "../subject/check-subject.js";
import type { Subject } from "../subject/subject.js";
import { readOwnVectors } from "../vectors/own-vectors.js";
import type { VectorTest } from "../vectors/vector.js";
import { UsageError } from "./exit-codes.js";
import type { Io } from "./io.js";
import type { Options } from "./options.js";

export interface Examined {
  readonly subject: Subject;
  readonly own: readonly VectorTest[];
  readonly partners: readonly Subject[];
  readonly close: () => void | Promise<void>;
}

/** For loading a module and listing its cases: a machine may be busy, and a loop has no end. */
const loadMilliseconds = 120_000;

const suiteName = "@roompass/conformance";

async function fromModule(name: string, io: Io): Promise<Omit<Examined, "partners">> {
  const { subject, origin } = await io.loadSubject(name, io.folder);
  const isOurs = origin === undefined || origin.name === suiteName;
  const own = isOurs ? [] : await readOwnVectors(origin.folder, subject.adapter.vendor);
  return { subject, own, close: () => {} };
}

async function fromCommand(
  commandLine: string,
  { timeoutMilliseconds, validates }: Options,
  io: Io,
): Promise<Omit<Examined, "partners">> {
  if (io.subjectFromCommand === undefined) throw new UsageError("Programs cannot be started here.");
  try {
    const subject = await io.subjectFromCommand(commandLine, {
      timeoutMilliseconds,
      folder: io.folder,
      log: (text) => io.stderr(text.split("\n").map(printable).join("\n")),
      validates,
    });
    return { subject, own: [], close: () => subject.close() };
  } catch (error) {
    // A program that does not start or does not speak the protocol is an adapter that does not load.
    throw error instanceof SubjectError
      ? error
      : new SubjectError(`The program does not start. ${(error as Error).message}`);
  }
}

/**
 * What is examined, by a module's name or a program's command line, and the partners of its translations.
 *
 * @throws UsageError, SubjectError
 */
export async function examined(adapter: string | undefined, options: Options, io: Io): Promise<Examined> {
  const { command } = options;
  if (adapter !== undefined && command !== undefined) throw new UsageError("Give an adapter or `--command`, not both.");
  // Listing the cases asks the adapter as well. A program is waited for with a limit of its own.
  if (command === undefined) io.watchdog?.begin("the adapter's module, or from listing its cases,", loadMilliseconds);
  const partners: Subject[] = [];
  for (const name of options.partners) partners.push((await io.loadSubject(name, io.folder)).subject);
  if (command !== undefined) return { ...(await fromCommand(command, options, io)), partners };
  if (adapter !== undefined) return { ...(await fromModule(adapter, io)), partners };
  throw new UsageError(`No adapter was named, such as \`${io.commandName} ./my-adapter.js\`.`);
}
