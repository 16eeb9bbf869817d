import { type Finding, lintGrant, lintRules, lintToken, parseGrant } from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { readSubject } from "../input/subject.js";
import { type ReadToken, readTokenText } from "../input/token-reader.js";
import { type CommonOptions, readCount, readNow, withInput, withOutput } from "../options/common.js";
import { countFindings, findingLines, hasError } from "../output/findings.js";
import { paragraph, table } from "../output/layout.js";
import { vendorNamed } from "../vendors/vendors.js";

interface LintCommandOptions extends CommonOptions {
  readonly maxHours?: string;
  readonly rules?: true;
}

interface LintLimits {
  readonly now: number;
  readonly maxLifetimeSeconds?: number;
}

function lintOf({ vendor, inspected, bare }: ReadToken, limits: LintLimits): Finding[] {
  const { adapter } = vendor;
  const subject = {
    adapter,
    native: inspected.native,
    decoded: adapter.decode(inspected.native),
    authority: adapter.authority(inspected.native, {}),
    claims: inspected.claims,
    tokenLength: bare.length,
  };
  return lintToken(subject, limits);
}

/** Whether it is good at this moment is what `verify` is for; a linter looks at how it was made. */
const aboutNow: ReadonlySet<string> = new Set(["token.expired", "token.not-yet-valid"]);

const keyOf = ({ id, path }: Finding): string => `${id} ${path ?? ""}`;

/** Everything worth a remark: what the parser saw of form and times, then the rules under the given limits. */
function tokenFindings(read: ReadToken, limits: LintLimits): Finding[] {
  const usual = new Set(lintOf(read, { now: limits.now }).map(keyOf));
  const seen = read.inspected.warnings.filter((finding) => !usual.has(keyOf(finding)) && !aboutNow.has(finding.id));
  return [...seen, ...lintOf(read, limits)];
}

function showRules(options: LintCommandOptions, context: Context): void {
  if (options.json) {
    context.json({ rules: lintRules });
    return;
  }
  const { colours, width } = context.screen(0);
  // Beside the ids a narrow screen has no room for a text.
  const rules =
    width < 72
      ? lintRules.flatMap(({ id, severity, summary }) => [
          `${colours.heading(id)}  ${severity}`,
          ...paragraph(summary, width, 2),
        ])
      : table(
          lintRules.map(({ id, severity, summary }) => [colours.heading(id), severity, summary]),
          width,
          0,
        );
  context.print([
    ...rules,
    "",
    ...paragraph("Each vendor has rules of its own beside these, and the parser reports what is wrong in form.", width),
  ]);
}

async function runLint(argument: string | undefined, options: LintCommandOptions, context: Context): Promise<void> {
  if (options.rules) {
    if (argument !== undefined || options.file !== undefined) {
      throw new CommandError("command.usage", "`--rules` lists the rules and reads nothing.", {
        path: "--rules",
        cure: "Leave out `--rules`, or what is to be read.",
      });
    }
    showRules(options, context);
    return;
  }
  const { io } = context;
  const now = readNow(options.now, io);
  const limits: LintLimits = {
    now,
    ...(options.maxHours === undefined
      ? {}
      : { maxLifetimeSeconds: readCount(options.maxHours, "--max-hours", 1, 24) * 3600 }),
  };
  const subject = await readSubject({ argument, file: options.file, expected: "a token or a grant" }, io);
  let provider = options.provider === undefined ? undefined : vendorNamed(options.provider, "--provider");
  let findings: Finding[];
  if (subject.kind === "grant") {
    findings = lintGrant(parseGrant(subject.input, { now, requireExpiry: false }), provider?.adapter, limits);
  } else {
    const read = readTokenText(subject.text, options.provider, now);
    provider = read.vendor;
    findings = tokenFindings(read, limits);
  }
  if (hasError(findings)) context.exitCode = exitCodes.refused;
  if (options.json) {
    return context.json({
      kind: subject.kind,
      ...(provider === undefined ? {} : { provider: provider.name }),
      findings,
    });
  }
  const screen = context.screen(now);
  const what = subject.kind === "grant" ? "Grant" : `${provider?.adapter.displayName} token`;
  context.print([`${screen.colours.heading(what)}: ${countFindings(findings)}`, ...findingLines(findings, screen)]);
}

export function addLint(program: Command, context: Context): void {
  const command = program
    .command("lint")
    .summary("list what is odd about a token or a grant")
    .description("Lists what a careful reviewer would remark. Verifies nothing and calls nobody.")
    .argument("[token]", "a token, a grant as JSON, @FILE, or - for standard input");
  withOutput(withInput(command))
    .option("--max-hours <hours>", "the longest life that needs no remark (24)")
    .option("--rules", "list the rules instead")
    .addHelpText(
      "after",
      "\nExits with 1 when a finding has the severity `error`; warnings and remarks do\nnot count.\n\n" +
        "Examples:\n  roompass lint @token.txt\n  roompass lint @grant.json --provider daily --max-hours 8\n" +
        "  roompass lint --rules",
    );
  command.action((argument: string | undefined, options: LintCommandOptions) => runLint(argument, options, context));
}
