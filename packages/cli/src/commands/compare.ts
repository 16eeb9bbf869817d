import { type Change, type Comparison, compare, type Granting, parseGrant } from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { readSubject } from "../input/subject.js";
import { readTokenText } from "../input/token-reader.js";
import { type CommonOptions, readChoice, readNow, withOutput } from "../options/common.js";
import type { Colours } from "../output/colours.js";
import { groupBy } from "../output/entries.js";
import { padEnd, paragraph } from "../output/layout.js";
import { printable } from "../output/printable.js";
import type { Screen } from "../output/screen.js";

interface CompareCommandOptions extends CommonOptions {
  readonly oldProvider?: string;
  readonly newProvider?: string;
  readonly includeEqual?: true;
  readonly failOn?: string;
}

interface Side {
  readonly granting: Granting;
  /** `daily`, or `grant`. */
  readonly kind: string;
}

async function readSide(
  argument: string,
  options: CompareCommandOptions,
  side: "old" | "new",
  now: number,
  context: Context,
): Promise<Side> {
  const subject = await readSubject({ argument, expected: "a token or a grant" }, context.io);
  if (subject.kind === "grant") {
    return { granting: parseGrant(subject.input, { now, requireExpiry: false }), kind: "grant" };
  }
  const { vendor, inspected } = readTokenText(subject.text, options[`${side}Provider`], now, `--${side}-provider`);
  return { granting: { reading: inspected, adapter: vendor.adapter }, kind: vendor.name };
}

const verdicts: Readonly<Record<Comparison["verdict"], string>> = {
  equal: "Both let their holders do the same.",
  less: "The new one lets its holder do less.",
  more: "The new one lets its holder do more.",
  different: "The two differ, and neither is simply less than the other.",
};

const paints: Readonly<Record<Change["kind"], keyof Colours>> = {
  gained: "bad",
  lost: "quiet",
  uncertain: "caution",
  equal: "good",
};

const kinds: readonly Change["kind"][] = ["gained", "uncertain", "lost", "equal"];

/** Kinds of change that end the command with 1: a gate that cannot tell is not open. */
const failing = { gained: ["gained"], uncertain: ["gained", "uncertain"] } as const;

function readFailing(failOn: string | undefined): readonly Change["kind"][] {
  return failing[failOn === undefined ? "uncertain" : readChoice(failOn, "--fail-on", ["gained", "uncertain"])];
}

function comparisonLines(
  { gains, verdict, entries }: Comparison,
  failOn: string | undefined,
  screen: Screen,
): string[] {
  const { colours, width } = screen;
  const uncertain = entries.some(({ kind }) => kind === "uncertain");
  const answer = gains
    ? colours.bad("Yes: the new one may let its holder do something that the old one could not.")
    : uncertain
      ? colours.caution("Perhaps: nothing says so, but not all is certain.")
      : colours.good("No: the new one lets its holder do nothing that the old one could not.");
  const changes = kinds.flatMap((kind) => entries.filter((entry) => entry.kind === kind));
  return [
    ...paragraph(answer, width),
    ...paragraph(verdicts[verdict], width, 2),
    ...(gains || !uncertain ? [] : uncertainLines(failOn, width)),
    ...paragraph("Nothing here is verified.", width, 2),
    ...(changes.length === 0 ? [] : [""]),
    ...groupBy(changes, ({ kind, reason }) => `${kind} ${reason}`).flatMap((group) => [
      ...group.map(({ kind, path }) => {
        return `  ${colours[paints[kind]](padEnd(kind, 9))}  ${colours.heading(printable(path))}`;
      }),
      ...paragraph(printable(group[0]?.reason ?? ""), width, 13),
    ]),
  ];
}

function uncertainLines(failOn: string | undefined, width: number): string[] {
  return [
    "Where it says uncertain, documents do not settle it; check the settings of the room.",
    failOn === "gained"
      ? "--fail-on gained lets it pass."
      : "Exits with 1, since it cannot be ruled out; --fail-on gained lets it pass.",
  ].flatMap((text) => paragraph(text, width, 2));
}

async function runCompare(
  before: string,
  after: string,
  options: CompareCommandOptions,
  context: Context,
): Promise<void> {
  const now = readNow(options.now, context.io);
  const failingKinds = readFailing(options.failOn);
  if (before === "-" && after === "-") {
    throw new CommandError("command.usage", "Standard input can be only one of the two.", {
      cure: "Give the other one as an argument or with `@FILE`.",
    });
  }
  const old = await readSide(before, options, "old", now, context);
  const fresh = await readSide(after, options, "new", now, context);
  const comparison = compare(old.granting, fresh.granting, { now, includeEqual: options.includeEqual === true });
  const failedOn = comparison.entries.filter(({ kind }) => failingKinds.includes(kind)).map(({ path }) => path);
  if (comparison.gains || failedOn.length > 0) context.exitCode = exitCodes.refused;
  if (options.json) {
    const { gains, verdict, entries } = comparison;
    return context.json({ old: old.kind, new: fresh.kind, gains, verdict, entries, failedOn });
  }
  context.print(comparisonLines(comparison, options.failOn, context.screen(now)));
}

const help = `
Guards a pipeline: exits with 1 when the new one may let its holder do more, and
also when that cannot be told (uncertain). With --fail-on gained what is only
uncertain passes; it is listed all the same.

A later end is a gain, and so is a room of another name: issue the two tokens
with one --now and, of different vendors too, for rooms of one name.

Examples:
  roompass compare @old-token.txt @new-token.txt
  roompass compare @grants/old.json @grants/new.json --json
  roompass compare @daily.txt @livekit.txt --fail-on gained`;

export function addCompare(program: Command, context: Context): void {
  const command = program
    .command("compare")
    .summary("say whether a new token may do more than an old one")
    .description("Answers whether the new token or grant may let its holder do anything that the old one could not.")
    .argument("<old>", "a token, a grant as JSON, @FILE, or - for standard input")
    .argument("<new>", "the same");
  withOutput(command)
    .option("--old-provider <name>", "the old token's vendor, when it is not to be recognized")
    .option("--new-provider <name>", "the new token's vendor")
    .option("--fail-on <kind>", "exit with 1 on uncertain (the default: gained or uncertain) or on gained alone")
    .option("--include-equal", "list what is equal, too")
    .addHelpText("after", help);
  command.action((before: string, after: string, options: CompareCommandOptions) =>
    runCompare(before, after, options, context),
  );
}
