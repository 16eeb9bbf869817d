import { Command } from "commander";
import { version } from "../version.js";
import { check } from "./check.js";
import { type ExitCode, UsageError } from "./exit-codes.js";
import { explain } from "./explain.js";
import { exportVectors } from "./export-vectors.js";
import type { Io } from "./io.js";
import { list } from "./list.js";
import { optionList, type RawOptions, readOptions } from "./options.js";

const helpAfter = (name: string): string => `
Exit codes:
  0  conformant (a part of the suite: nothing in it fails)
  1  not conformant
  2  called wrongly, or the adapter did not load
  3  the suite itself failed

There is no way to leave a case out. What an adapter cannot do stands in its
capabilities; a failure that is being mended, in the baseline file.

Examples:
  ${name} ./my-adapter.js
  ${name} ./my-adapter.js --case core.time --format tap
  ${name} ./my-adapter.js --output reports --with @roompass/daily/conformance
  ${name} --explain core.verify.plain`;

async function act(adapter: string | undefined, raw: RawOptions, io: Io): Promise<ExitCode> {
  const options = readOptions(raw);
  const instead = ["list", "explain", "export"].filter((name) => name in raw);
  if (instead.length > 1) throw new UsageError(`Give one of ${instead.map((name) => `\`--${name}\``).join(", ")}.`);
  if (raw.explain !== undefined) return await explain(raw.explain, adapter, options, io);
  if (raw.export !== undefined) return await exportVectors(raw.export, options.revision, io);
  return raw.list === true ? await list(adapter, options, io) : await check(adapter, options, io);
}

/** The command; `done` is told its exit code. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command(io.commandName);
  program
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout(text),
      writeErr: () => {},
      getOutHelpWidth: () => Math.min(100, Math.max(40, io.columns)),
      getOutHasColors: () => false,
    })
    .description("Examines an adapter for meeting tokens: what it issues, reads, refuses and translates.")
    .argument("[adapter]", "a module that exports the adapter: ./my-adapter.js, or an installed package")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .allowExcessArguments(false)
    .addHelpText("after", helpAfter(io.commandName));
  for (const option of optionList(io.subjectFromCommand !== undefined)) program.addOption(option);
  program.action(async (adapter: string | undefined, raw: RawOptions) => done(await act(adapter, raw, io)));
  const { initialise } = io;
  if (initialise !== undefined) {
    program
      .command("init")
      .description("write the skeleton of an adapter, with its tests")
      .argument("[folder]", "where to write it", ".")
      .action(async (folder: string) => done(await initialise(folder, io)));
  }
  return program;
}
