import {
  type IssueResult,
  type ReportEntry,
  type Translated,
  TranslationError,
  type TranslationPolicy,
  translate,
} from "@roompass/core";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { RefusedTranslation } from "../failures/refused-translation.js";
import { readSubject } from "../input/subject.js";
import { readTokenText } from "../input/token-reader.js";
import { readChoice, readNow } from "../options/common.js";
import { readPolicy } from "../options/policy.js";
import { expiryText } from "../output/issued.js";
import { listOf, paragraph } from "../output/layout.js";
import { flagged } from "../output/refusals.js";
import { countKinds } from "../output/report.js";
import { type TranslationView, translationLines } from "../output/translation.js";
import { readTrustedSource, type TranslationSource } from "../vendors/translation-source.js";
import type { Vendor } from "../vendors/vendor.js";
import { canConnect, checkMethod, connect, vendorNamed, vendorNames } from "../vendors/vendors.js";
import { addTranslateOptions, type TranslateOptions } from "./translate-options.js";

interface Attempt {
  readonly source: TranslationSource;
  readonly from: Vendor;
  readonly to: Vendor;
  /** The target with its account, where there are credentials for it. */
  readonly target: Parameters<typeof translate>[1]["to"];
  readonly now: number;
  readonly includeExact: boolean;
}

function attempt({ source, from, target, now, includeExact }: Attempt, policy: TranslationPolicy): Translated {
  const options = { from: from.adapter, to: target, now, policy, includeExact };
  return source.trustUnverified
    ? translate(source.reading, { ...options, trustUnverified: true })
    : translate(source.reading, options);
}

/** Whether a setting of the target's room, were it real, would lift the refusal at this path. */
function settingHelps(
  path: string,
  setting: Record<string, unknown>,
  tried: Attempt,
  policy: TranslationPolicy,
): boolean {
  const rooms = { ...policy.rooms, target: { ...policy.rooms?.target, ...setting } };
  try {
    attempt(tried, { ...policy, rooms });
    return true;
  } catch (error) {
    return error instanceof TranslationError && !error.refusals.some((refusal) => refusal.path === path);
  }
}

/** Each refusal with its option; a room setting is offered as one only if it was tried and helps. */
function explainRefusal(error: TranslationError, tried: Attempt, policy: TranslationPolicy): RefusedTranslation {
  const refusals = flagged(error.refusals, { from: tried.from.name, to: tried.to.name }).map((refusal) => {
    const { remedy, flag, ...rest } = refusal;
    if (remedy?.where !== "room" || flag === undefined) return refusal;
    return settingHelps(refusal.path, { [remedy.setting]: remedy.value }, tried, policy)
      ? refusal
      : { ...rest, remedy };
  });
  return new RefusedTranslation(error, refusals);
}

const failing = { warning: ["assumed", "advisory"], narrowed: ["narrowed", "dropped"] } as const;

function failedOn(failOn: string | undefined, report: readonly ReportEntry[]): string[] {
  if (failOn === undefined) return [];
  const kinds: readonly string[] = failing[readChoice(failOn, "--fail-on", ["warning", "narrowed"])];
  return report.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
}

interface Outcome {
  readonly view: TranslationView;
  readonly failed: readonly string[];
  readonly issued: IssueResult<string, unknown> | undefined;
}

function outcomeJson({ view, failed, issued }: Outcome): Record<string, unknown> {
  const { from, to, source, moved } = view;
  return {
    from: from.name,
    to: to.name,
    verified: !source.trustUnverified,
    checkedBy: source.checkedBy,
    properties: moved.properties,
    ...(moved.claims === undefined ? {} : { claims: moved.claims }),
    grant: moved.grant,
    report: moved.report,
    counts: countKinds(moved.report),
    join: moved.join,
    roomRequirements: moved.roomRequirements,
    warnings: source.reading.warnings,
    failedOn: failed,
    ...(issued === undefined ? {} : { token: issued.token, expiresAt: issued.expiresAt }),
  };
}

function show(outcome: Outcome, options: TranslateOptions, now: number, context: Context): void {
  const { view, failed, issued } = outcome;
  if (options.json) {
    context.json(outcomeJson(outcome));
    return;
  }
  const screen = options.issue ? context.noteScreen(now) : context.screen(now);
  const failure = `--fail-on ${options.failOn}: ${listOf(failed)}.${options.issue ? " No token was issued." : ""}`;
  const lines = [
    ...translationLines(view, screen),
    ...(failed.length === 0 ? [] : ["", ...paragraph(screen.colours.bad(failure), screen.width)]),
    ...(issued === undefined ? [] : ["", expiryText(issued, screen)]),
  ];
  if (!options.issue) {
    context.print(lines);
    return;
  }
  context.note(lines);
  if (issued !== undefined) context.print([issued.token]);
}

function namedTarget(name: string | undefined): Vendor {
  if (name !== undefined) return vendorNamed(name, "--to");
  throw new CommandError("command.usage", "`--to` is missing: the vendor whose token it is to become.", {
    path: "--to",
    cure: `Name one of ${listOf(vendorNames)}.`,
  });
}

async function runTranslate(argument: string | undefined, options: TranslateOptions, context: Context): Promise<void> {
  const { io } = context;
  const now = readNow(options.now, io);
  const to = namedTarget(options.to);
  const method = options.method === undefined ? undefined : readChoice(options.method, "--method", ["sign", "request"]);
  checkMethod(to, method);
  failedOn(options.failOn, []);
  const policy = await readPolicy(options, io);
  const credentials = await context.credentials(options.credentials);
  const subject = await readSubject({ argument, file: options.file, expected: "a token" }, io);
  if (subject.kind === "grant") {
    throw new CommandError("command.usage", "This is a grant, which belongs to no vendor.", {
      cure: `There is nothing to translate: issue it with \`roompass issue --provider ${to.name}\`.`,
    });
  }
  const read = readTokenText(subject.text, options.provider, now);
  const connects = options.issue === true || canConnect(to, "plan", credentials, method);
  const target = connects ? connect(to, options.issue ? "issue" : "plan", { credentials, io, now, method }) : undefined;
  const trustUnverified = options.trustUnverified === true;
  const source = await readTrustedSource(read, { credentials, io, now, trustUnverified });

  const tried: Attempt = {
    source,
    from: read.vendor,
    to,
    target: target ?? to.adapter,
    now,
    includeExact: options.includeExact === true,
  };
  let moved: Translated;
  try {
    moved = attempt(tried, policy);
  } catch (error) {
    throw error instanceof TranslationError ? explainRefusal(error, tried, policy) : error;
  }
  const failed = failedOn(options.failOn, moved.report);
  if (failed.length > 0) context.exitCode = exitCodes.refused;
  const issued = options.issue === true && failed.length === 0 ? await target?.issue(moved) : undefined;
  show({ view: { from: read.vendor, to, source, moved }, failed, issued }, options, now, context);
}

export function addTranslate(program: Command, context: Context): void {
  const command = program
    .command("translate")
    .summary("move a token to another vendor, never with more rights")
    .description(
      "Verifies a token, says what becomes of everything that it grants at another vendor, and refuses what would come " +
        "out wider.",
    )
    .argument("[token]", "a token, @FILE, or - for standard input");
  addTranslateOptions(command).action((argument: string | undefined, options: TranslateOptions) =>
    runTranslate(argument, options, context),
  );
}
