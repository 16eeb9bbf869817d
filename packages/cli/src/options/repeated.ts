import type { Command } from "commander";
import { CommandError } from "../failures/command-error.js";

/**
 * Makes an option that is given twice an error. Otherwise the last one would count in silence, and `--require a
 * --require b` would ask for less than it says.
 */
export function refuseRepeatedOptions(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    option.argParser((value: string, before: string | undefined) => {
      if (before === undefined) return value;
      throw new CommandError("command.usage", `\`${option.long}\` was given twice.`, {
        path: option.long ?? option.flags,
        cure: "Give it once. Where it takes a list, put commas between the items.",
      });
    });
  }
}
