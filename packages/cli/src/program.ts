import { Command } from "commander";
import { addCompare } from "./commands/compare.js";
import { addConformance } from "./commands/conformance.js";
import { addEmulate } from "./commands/emulate.js";
import { addInspect } from "./commands/inspect.js";
import { addIssue } from "./commands/issue.js";
import { addLint } from "./commands/lint.js";
import { addMatrix } from "./commands/matrix.js";
import { addMigrate } from "./commands/migrate.js";
import { addTranslate } from "./commands/translate.js";
import { addVerify } from "./commands/verify.js";
import type { Context } from "./context.js";
import { credentialNames } from "./credentials/credential-names.js";
import { checkOptionValues } from "./options/option-values.js";
import { readableWidth } from "./output/screen.js";
import { version } from "./version.js";

const help = `
Keys come from the environment, or from --credentials FILE (a JSON object or
NAME=value lines), never from arguments:
${credentialNames.map((name) => `  ${name}`).join("\n")}

Exit codes:
  0    fine
  1    refused, a finding of severity error, or compare cannot rule out a gain
  2    called wrongly: arguments, files, missing keys
  3    the vendor or the network failed
  4    the answer could not be written, or not all of it
  130  migrate was stopped before the end
  141  whoever read the answer closed the pipe before its end

Examples:
  roompass inspect eyJhbGci...
  roompass issue --provider daily grant.json
  roompass translate eyJhbGci... --to videosdk --room-map a=2kyv-gzay-64pg
  roompass matrix --from daily --to metered`;

/** The command with all its commands; what it prints by itself goes where the context says. */
export function createProgram(context: Context): Command {
  const { io } = context;
  const width = (): number => readableWidth(io.columns);
  const program = new Command("roompass");
  // Inherited by the commands that are added below. An error is shown by whoever catches it, once and in one form.
  program.exitOverride().configureOutput({
    writeOut: (text) => io.stdout(text),
    writeErr: () => {},
    getOutHelpWidth: width,
    getErrHelpWidth: width,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  program
    .description("Says what a video meeting token grants, issues and verifies it, and moves it to another vendor.")
    .version(version, "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .addHelpText("after", help);
  const commands = [
    addInspect,
    addVerify,
    addIssue,
    addTranslate,
    addMigrate,
    addLint,
    addMatrix,
    addCompare,
    addEmulate,
  ];
  for (const add of [...commands, addConformance]) add(program, context);
  for (const command of program.commands) checkOptionValues(command);
  return program;
}
