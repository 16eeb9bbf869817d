import type { Command } from "commander";
import type { Context } from "../context.js";

/** The suite's own command: every argument is passed on as it is, and its exit code is the answer. */
async function runConformance(argv: readonly string[], context: Context): Promise<void> {
  // Loaded when it is asked for: the suite is far larger than all other commands together.
  const { nodeIo, run } = await import("@roompass/conformance/cli");
  const { stdout, stderr, env, isTerminal, columns } = context.io;
  const io = nodeIo({
    stdout: (text) => stdout.call(context.io, text),
    stderr: (text) => stderr.call(context.io, text),
    env,
    isTerminal,
    columns,
    commandName: "roompass conformance",
  });
  context.exitCode = await run(argv, io);
}

export function addConformance(program: Command, context: Context): void {
  const command = program
    .command("conformance")
    .summary("examine an adapter with the conformance suite")
    .usage("[options] [adapter]")
    .argument("[arguments...]")
    .allowUnknownOption()
    // Its own help tells its options and exit codes.
    .helpOption(false);
  command.action(() => runConformance(command.args, context));
}
