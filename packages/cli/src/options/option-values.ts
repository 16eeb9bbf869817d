import type { Command } from "commander";
import { CommandError } from "../failures/command-error.js";

/**
 * Makes an option that is given twice an error, and one that is given nothing. Of two the last one would count in
 * silence, and `--require a --require b` would ask for less than it says; nothing is what a variable of the shell that is
 * not set leaves behind.
 */
export function checkOptionValues(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const path = option.long ?? option.flags;
    option.argParser((value: string, before: string | undefined) => {
      if (before !== undefined) {
        throw new CommandError("command.usage", `\`${path}\` was given twice.`, {
          path,
          cure: "Give it once. Where it takes a list, put commas between the items.",
        });
      }
      if (value !== "") return value;
      throw new CommandError("command.usage", `\`${path}\` was given nothing.`, {
        path,
        cure: "Give it a value, or leave it out. A variable of the shell that is not set leaves nothing behind.",
      });
    });
  }
}
