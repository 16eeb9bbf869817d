import { authorityOfGrant, type Finding, lintGrant, parseGrant } from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { pasteFindings } from "../input/paste-findings.js";
import { readSubject } from "../input/subject.js";
import { type ReadToken, readTokenText } from "../input/token-reader.js";
import { type CommonOptions, readNow, withInput, withOutput } from "../options/common.js";
import { countFindings, findingLines, hasError } from "../output/findings.js";
import { paragraph } from "../output/layout.js";
import { jsonLines, printable } from "../output/printable.js";
import { readingLines } from "../output/reading.js";
import { readingsByPath } from "../output/rights.js";
import type { Screen } from "../output/screen.js";
import { summary } from "../output/summary.js";
import { tokenJson } from "../output/token-json.js";
import { vendorNamed } from "../vendors/vendors.js";

type Findings = readonly Finding[];

function inspectionJson(
  { vendor, confidence, reason, inspected }: ReadToken,
  warnings: Findings,
): Record<string, unknown> {
  return {
    kind: "token",
    confidence,
    reason,
    ...tokenJson(vendor, inspected),
    claims: inspected.claims,
    header: inspected.header,
    warnings,
  };
}

function inspectionLines(
  { vendor, confidence, reason, inspected }: ReadToken,
  warnings: Findings,
  screen: Screen,
): string[] {
  const { colours, width } = screen;
  const { adapter } = vendor;
  const authority = adapter.authority(inspected.native, {});
  const sure = confidence === "given" ? "" : ` (${confidence})`;
  return [
    `${colours.heading(`${adapter.displayName} token`)}${sure}, ${colours.caution("not verified")}`,
    ...paragraph(colours.quiet(printable(reason)), width, 2),
    ...paragraph("Nothing here is verified: anybody can write such a token. `roompass verify` checks it.", width, 2),
    "",
    ...paragraph(summary(inspected.grant, authority, screen), width),
    "",
    ...readingLines({ grant: inspected.grant, authority, issuance: inspected.issuance }, screen),
    "",
    `${colours.heading("Warnings")}: ${countFindings(warnings)}`,
    ...findingLines(warnings, screen),
    "",
    colours.heading("Claims"),
    ...jsonLines(inspected.claims).map((line) => `  ${colours.quiet(line)}`),
  ];
}

function inspectGrant(input: unknown, options: CommonOptions, now: number, context: Context): void {
  const vendor = options.provider === undefined ? undefined : vendorNamed(options.provider, "--provider");
  const grant = parseGrant(input, { now, requireExpiry: false });
  const authority = authorityOfGrant(grant);
  const warnings = lintGrant(grant, vendor?.adapter, { now });
  if (hasError(warnings)) context.exitCode = exitCodes.refused;
  if (options.json) {
    const expiry = grant.expiresAt === undefined ? {} : { expiresAt: grant.expiresAt };
    context.json({ kind: "grant", verified: false, grant, ...expiry, readings: readingsByPath(authority), warnings });
    return;
  }
  const screen = context.screen(now);
  context.print([
    `${screen.colours.heading("Grant")}, not a token: nothing has been issued`,
    "",
    ...paragraph(summary(grant, authority, screen), screen.width),
    "",
    ...readingLines({ grant, authority, issuance: {} }, screen),
    "",
    `${screen.colours.heading("Warnings")}: ${countFindings(warnings)}`,
    ...findingLines(warnings, screen),
  ]);
}

export function addInspect(program: Command, context: Context): void {
  const command = program
    .command("inspect")
    .summary("say what a token grants, without trusting it")
    .description(
      "Says whose token this is, what it grants and what is odd about it. Verifies nothing and calls nobody.",
    )
    .argument("[token]", "a token, a grant as JSON, @FILE, or - for standard input");
  withOutput(withInput(command)).addHelpText(
    "after",
    "\nExits with 1 when a warning has the severity `error`, or when the vendor cannot\nbe told.\n\n" +
      "Examples:\n  roompass inspect eyJhbGci...\n  pbpaste | roompass inspect\n  roompass inspect --file token.txt --json",
  );
  command.action(async (argument: string | undefined, options: CommonOptions) => {
    const now = readNow(options.now, context.io);
    const subject = await readSubject({ argument, file: options.file, expected: "a token or a grant" }, context.io);
    if (subject.kind === "grant") {
      inspectGrant(subject.input, options, now, context);
      return;
    }
    const read = readTokenText(subject.text, options.provider, now);
    const warnings = [...read.inspected.warnings, ...pasteFindings(read, subject.isUnwrapped)];
    if (hasError(warnings)) context.exitCode = exitCodes.refused;
    if (options.json) context.json(inspectionJson(read, warnings));
    else context.print(inspectionLines(read, warnings, context.screen(now)));
  });
}
