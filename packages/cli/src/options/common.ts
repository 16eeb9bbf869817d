import { nearestName } from "@roompass/core/kit";
import type { Command } from "commander";
import { CommandError } from "../failures/command-error.js";
import type { Io } from "../io.js";
import { vendorNames } from "../vendors/vendors.js";

/** The options that most commands share, as commander hands them over. */
export interface CommonOptions {
  readonly json?: true;
  readonly now?: string;
  readonly file?: string;
  readonly provider?: string;
  readonly credentials?: string;
}

export function withOutput(command: Command): Command {
  return command
    .option("--json", "print one JSON document for scripts")
    .option("--now <seconds>", "the time to go by, in unix seconds, instead of the clock");
}

export function withFile(command: Command): Command {
  return command.option("--file <path>", "read it from a file");
}

export function withInput(command: Command): Command {
  return withFile(command).option(
    "--provider <name>",
    `the vendor, when it is not to be recognized (${vendorNames.join(", ")})`,
  );
}

export function withCredentials(command: Command): Command {
  return command.option("--credentials <file>", "keys from a file, before those of the environment");
}

/** The time that a command goes by. */
export function readNow(value: string | undefined, io: Io): number {
  if (value === undefined) return io.clock();
  const seconds = Number(value);
  if (/^\d+$/.test(value) && seconds > 0 && seconds < 1e11) return seconds;
  throw new CommandError("command.usage", "`--now` takes whole unix seconds.", {
    path: "--now",
    cure: /^\d{13}$/.test(value) ? "That looks like milliseconds: divide by 1000." : "For example `--now 1790000000`.",
  });
}

/** A whole number of an option, not below `least`; `example` is one that makes sense there. */
export function readCount(value: string, option: string, least: number, example: number): number {
  const count = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(count) && count >= least) return count;
  throw new CommandError("command.usage", `\`${option}\` takes a whole number from ${least} on.`, {
    path: option,
    cure: `For example \`${option} ${example}\`.`,
  });
}

/** One of a few words. */
export function readChoice<Choice extends string>(value: string, option: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const near = nearestName(value, choices);
  throw new CommandError("command.usage", `\`${option}\` takes ${choices.join(" or ")}.`, {
    path: option,
    cure: `${near === undefined ? "" : `Did you mean \`${near}\`? `}For example \`${option} ${near ?? choices[0]}\`.`,
  });
}

/** A list with commas between its items. */
export function readList(value: string, option: string): string[] {
  const items = value.split(",").map((item) => item.trim());
  if (items.every((item) => item !== "")) return items;
  throw new CommandError("command.usage", `\`${option}\` takes a list with commas between its items.`, {
    path: option,
    cure: "Leave no item empty; put the list in quotes if it has spaces.",
  });
}
