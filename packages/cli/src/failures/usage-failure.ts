import { type Command, CommanderError } from "commander";
import { CommandError } from "./command-error.js";
import { optionElsewhere } from "./option-elsewhere.js";

/** Asking for help or the version ends the run, but nothing is wrong. */
export function isAnswered(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}

/** Option names are ours to repeat, anything else a caller typed may be a token or a key. */
function withoutValues(message: string): string {
  return message.replace(/'([^']*)'/g, (_, quoted: string) => {
    const name = /^(?:<?[a-z-]{1,24}>?|-[a-zA-Z]|--[a-z-]{1,40}(?: <[a-z|]+>)?)(?:, --[a-z-]+(?: <[a-z|]+>)?)?$/.exec(
      quoted,
    )?.[0];
    return name === undefined ? "…" : `\`${name}\``;
  });
}

/** Better than the name that is spelt most alike, such as `--room` for `--from`. */
function meantOption(problem: string, command: Command | undefined): string | undefined {
  const option = /^unknown option '(--[a-z-]+)(?:=.*)?'$/s.exec(problem)?.[1];
  return option === undefined || command === undefined ? undefined : optionElsewhere(option, command);
}

/**
 * Commander's errors as ours: one sentence, a cure, and nothing of what was typed but names.
 *
 * @param command The command that was named, if any was.
 */
export function usageFailure(error: CommanderError, command: Command | undefined): CommandError {
  if (error.code === "commander.help") {
    return new CommandError("command.usage", "No command was named, or none that there is.", {
      cure: "See `roompass --help`.",
    });
  }
  const [problem = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const sentence = withoutValues(problem).replace(/\.?$/, ".");
  const meant = /Did you mean (?:one of )?(.+)\?/.exec(suggestion ?? "")?.[1];
  const early = command === undefined && error.code === "commander.unknownOption";
  const near =
    meant === undefined ? (early ? "Options stand behind the command. " : "") : `Did you mean \`${meant}\`? `;
  const elsewhere = meantOption(problem, command);
  const help = command === undefined ? "roompass --help" : `roompass ${command.name()} --help`;
  const lacks = error.code === "commander.missingArgument" && command !== undefined;
  const form = lacks ? `Write \`roompass ${command.name()} ${command.usage()}\`. ` : "";
  return new CommandError("command.usage", sentence.charAt(0).toUpperCase() + sentence.slice(1), {
    cure: `${form}${elsewhere === undefined ? near : `${elsewhere} `}See \`${help}\`.`,
  });
}
