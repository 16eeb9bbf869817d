import { type AdapterDescription, describeAdapter, grantPaths } from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { CommandError } from "../failures/command-error.js";
import { carriedText, type MatrixRow, type Outcome, pairMatrix, placeText } from "../matrix/matrix.js";
import type { Colours } from "../output/colours.js";
import { paragraph, table } from "../output/layout.js";
import { markdownTable } from "../output/markdown.js";
import type { Screen } from "../output/screen.js";
import { vendorNamed, vendorNames, vendors } from "../vendors/vendors.js";

interface MatrixOptions {
  readonly from?: string;
  readonly to?: string;
  readonly markdown?: true;
  readonly json?: true;
}

const paints: Readonly<Record<Outcome, keyof Colours>> = {
  kept: "good",
  narrowed: "caution",
  moved: "command",
  lost: "bad",
  absent: "quiet",
};

const legend =
  "kept: the target's token says it, too. narrowed: only some values, or only through a role. moved: it has a place " +
  "outside the token. lost: no place; a description is dropped, a right or limit that a token states is refused. " +
  "absent: the source's tokens do not say it.";

const carriedLegend =
  "exact: a member of its own. role: through a role. partly: some values. (room), (client): outside the token. " +
  "-: no place.";

function pairJson(from: AdapterDescription, to: AdapterDescription, rows: readonly MatrixRow[]): unknown {
  const counts: Record<Outcome, number> = { kept: 0, narrowed: 0, moved: 0, lost: 0, absent: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { from: from.vendor, to: to.vendor, counts, rows };
}

const header = (from: AdapterDescription, to: AdapterDescription): string[] => [
  "field",
  "outcome",
  from.displayName,
  to.displayName,
];

function pairLines(from: AdapterDescription, to: AdapterDescription, screen: Screen): string[] {
  const { colours, width } = screen;
  const rows = pairMatrix(from, to);
  const told = rows.map(({ path, outcome, from: source, to: target }) => [
    path,
    colours[paints[outcome]](outcome),
    placeText(source),
    placeText(target),
  ]);
  return [
    colours.heading(`${from.displayName} -> ${to.displayName}`),
    ...table([header(from, to).map(colours.heading), ...told], width),
    "",
    ...paragraph(colours.quiet(legend), width),
    ...paragraph(colours.quiet("Notes, sources and their dates are in --json."), width),
  ];
}

function allRows(descriptions: readonly AdapterDescription[]): string[][] {
  return grantPaths.map((path) => [path, ...descriptions.map(({ capabilities }) => carriedText(capabilities[path]))]);
}

function showPair(from: AdapterDescription, to: AdapterDescription, options: MatrixOptions, context: Context): void {
  const rows = pairMatrix(from, to);
  if (options.json) {
    context.json(pairJson(from, to, rows));
    return;
  }
  if (!options.markdown) {
    context.print(pairLines(from, to, context.screen(0)));
    return;
  }
  const cells = rows.map((row) => [
    `\`${row.path}\``,
    row.outcome,
    placeText(row.from),
    placeText(row.to),
    row.to.note ?? "",
  ]);
  context.print([...markdownTable([...header(from, to), "note"], cells), "", legend]);
}

function showAll(descriptions: readonly AdapterDescription[], options: MatrixOptions, context: Context): void {
  if (options.json) {
    const rows = grantPaths.map((path) => ({
      path,
      vendors: Object.fromEntries(descriptions.map(({ vendor, capabilities }) => [vendor, capabilities[path]])),
    }));
    context.json({ vendors: descriptions.map(({ vendor }) => vendor), rows });
    return;
  }
  const titles = ["field", ...descriptions.map(({ displayName }) => displayName)];
  const rows = allRows(descriptions);
  if (options.markdown) {
    const cells = rows.map(([path = "", ...rest]) => [`\`${path}\``, ...rest]);
    context.print([...markdownTable(titles, cells), "", carriedLegend]);
    return;
  }
  const { colours, width } = context.screen(0);
  context.print([
    ...table([titles.map(colours.heading), ...rows], width),
    "",
    ...paragraph(colours.quiet(carriedLegend), width),
  ]);
}

function runMatrix(options: MatrixOptions, context: Context): void {
  if (options.json && options.markdown) {
    throw new CommandError("command.usage", "Both `--json` and `--markdown` were given.", {
      cure: "Give one of the two.",
    });
  }
  const { from, to } = options;
  if (from === undefined && to === undefined) {
    const descriptions = vendors.map(({ adapter }) => describeAdapter(adapter));
    showAll(descriptions, options, context);
    return;
  }
  if (from === undefined || to === undefined) {
    throw new CommandError("command.usage", `\`--${from === undefined ? "from" : "to"}\` is missing.`, {
      cure: "Give both, or neither for all vendors.",
    });
  }
  const [source, target] = [vendorNamed(from, "--from"), vendorNamed(to, "--to")];
  showPair(describeAdapter(source.adapter), describeAdapter(target.adapter), options, context);
}

export function addMatrix(program: Command, context: Context): void {
  program
    .command("matrix")
    .summary("show what each vendor's tokens can say")
    .description(
      "Shows, from the vendors' tables, what is kept, narrowed, moved and lost on the way to another vendor.",
    )
    .option("--from <vendor>", `the source (${vendorNames.join(", ")})`)
    .option("--to <vendor>", "the target; without both, all vendors side by side")
    .option("--markdown", "print a Markdown table")
    .option("--json", "print one JSON document for scripts, with notes, sources and dates")
    .addHelpText("after", "\nExamples:\n  roompass matrix --from daily --to metered\n  roompass matrix --markdown")
    .action((options: MatrixOptions) => runMatrix(options, context));
}
