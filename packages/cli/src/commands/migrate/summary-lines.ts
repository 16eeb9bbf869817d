import { errorCodes } from "@roompass/core";
import { type Counts, type MigrateSummary, refusedLines } from "@roompass/migrate";
import { refusedText, thousands } from "./progress.js";

export interface SummaryContext {
  readonly from: string;
  readonly to: string;
  /** Path of the file of refused lines. */
  readonly rejects: string;
  /** Whether there is a journal to go on from. */
  readonly canResume: boolean;
}

/** What to do about the refusals that a whole file may meet, by code. */
function cures({ refused }: Counts, { from, to }: SummaryContext): string[] {
  const translate = `roompass translate --provider ${from} --to ${to}`;
  const all: Readonly<Record<string, string>> = {
    "translate.refused": `Give such a line of the input to \`${translate}\`: it names the option that would let it pass.`,
    unverifiable: "Unverifiable ones may be signed by the vendor, which --remote asks, or with another key than yours.",
    "signature.mismatch": `Where a signature does not match, the token is forged, or of another key, or not ${from}'s: look at --from and the key.`,
    "policy.tenant": "Those of another account need the keys of that account.",
  };
  return Object.entries(all)
    .filter(([code]) => (refused[code] ?? 0) > 0)
    .map(([, cure]) => cure);
}

/** Said of lines in which there is a token, though not a whole one, or twice. */
const ofTokens: ReadonlySet<string> = new Set(["token.not-canonical", "line.duplicate-name"]);

/** Whether this is said of a line that is no token at all. */
function isNoToken(code: string): boolean {
  if (ofTokens.has(code)) return false;
  if (code.startsWith("line.")) return true;
  return Object.hasOwn(errorCodes, code) && errorCodes[code as keyof typeof errorCodes].phase === "form";
}

/** Not one token: hardly the fault of each line. */
function wrongFile({ moved, refused }: Counts): string[] {
  const codes = Object.keys(refused);
  if (moved > 0 || codes.length === 0 || !codes.every(isNoToken)) return [];
  const wanted = "with one token a line and nothing around it";
  return [`No line could be read as a token: look whether it is the right file, ${wanted}.`];
}

/** What became of a run, for a person. */
export function summaryLines(summary: MigrateSummary, context: SummaryContext): string[] {
  const { counts, complete, resumedAt, notes } = summary;
  const refused = refusedLines(counts);
  const kinds = Object.entries(counts.kinds).map(([kind, count]) => `${thousands(count)} ${kind}`);
  const resumed =
    complete && resumedAt === counts.lines
      ? "Nothing was left to do: an earlier run has done it all."
      : `Went on behind line ${thousands(resumedAt)}, which was done before.`;
  const rest = context.canResume
    ? "Give the same command again to go on."
    : "It cannot be resumed: give `--output` for that.";
  return [
    ...(complete ? [] : [`Stopped after line ${thousands(counts.lines)}. ${rest}`]),
    ...(resumedAt > 0 ? [resumed] : []),
    `${thousands(counts.moved)} of ${thousands(counts.lines - counts.blank)} tokens were issued anew.`,
    ...(refused > 0 ? [`${thousands(refused)} refused (${refusedText(counts)}): see ${context.rejects}.`] : []),
    ...wrongFile(counts),
    ...cures(counts, context),
    ...(kinds.length > 0 ? [`What became of their rights and members: ${kinds.join(", ")}.`] : []),
    ...notes,
  ];
}
