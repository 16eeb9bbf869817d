import { Command } from "commander";
import { version } from "../version.js";
import { check } from "./check.js";
import { refuseIdleOptions } from "./combinations.js";
import type { ExitCode } from "./exit-codes.js";
import { explain } from "./explain.js";
import { exportVectors } from "./export-vectors.js";
import type { InitialiseOptions, Io } from "./io.js";
import { list } from "./list.js";
import { optionList, type RawOptions, readOptions } from "./options.js";

const helpAfter = (name: string): string => `
Exit codes:
  0  conformant (a part of the suite: nothing in it fails)
  1  not conformant
  2  called wrongly, the adapter did not load or broke down for good, or its
     own vectors do not hold
  3  the run did not come to its end: the suite failed, or the adapter ended the process

There is no way to leave a case out. What an adapter cannot do stands in its
capabilities; a failure that is being mended, in the baseline file.

Examples:
  ${name} ./my-adapter.js
  ${name} ./my-adapter.js --case core.time --format tap
  ${name} ./my-adapter.js --output reports --with @roompass/daily/conformance
  ${name} --explain core.verify.plain
  ${name} init ./acme`;

async function act(adapter: string | undefined, raw: RawOptions, io: Io): Promise<ExitCode> {
  const options = readOptions(raw);
  refuseIdleOptions(adapter, raw);
  if (raw.explain !== undefined) return await explain(raw.explain, adapter, options, io);
  if (raw.export !== undefined) return await exportVectors(raw.export, options.revision, io);
  return raw.list === true ? await list(adapter, options, io) : await check(adapter, options, io);
}

/** What the command was asked to do, and has not begun. */
export type Work = () => Promise<ExitCode>;

/** The command. Reading the arguments is all that it does: `asked` is told what is to be done. */
export function createProgram(io: Io, asked: (work: Work) => void): Command {
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
    .usage("[options] [adapter]")
    .argument("[adapter]", "a module that exports the adapter: ./my-adapter.js, or an installed package")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .allowExcessArguments(false)
    .addHelpText("after", helpAfter(io.commandName));
  for (const option of optionList(io.subjectFromCommand !== undefined)) program.addOption(option);
  program.action((adapter: string | undefined, raw: RawOptions) => asked(() => act(adapter, raw, io)));
  const { initialise } = io;
  if (initialise !== undefined) {
    program
      .command("init")
      .description("write a small adapter that conforms, to be made one's own")
      .argument("[folder]", "where to write it", ".")
      .option("--vendor <name>", "the vendor's short name, such as acme; default the folder's name")
      .allowExcessArguments(false)
      .action((folder: string, options: InitialiseOptions) => asked(() => initialise(folder, options, io)));
  }
  return program;
}
