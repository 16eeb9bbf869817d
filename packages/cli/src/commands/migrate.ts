import {
  type MigrateOptions as LibraryOptions,
  type MigrateSummary,
  migrate,
  type QueueOptions,
  refusedLines,
  runQueueWorker,
} from "@roompass/migrate";
import type { Command } from "commander";
import type { Context } from "../context.js";
import { exitCodes } from "../exit-codes.js";
import { CommandError } from "../failures/command-error.js";
import { readChoice, readCount, readNow } from "../options/common.js";
import { readPolicy } from "../options/policy.js";
import { listOf, paragraph } from "../output/layout.js";
import { checkMethod, vendorNamed, vendorNames } from "../vendors/vendors.js";
import { asCommandError, isBrokenPipe } from "./migrate/failure.js";
import { type MigrationData, migrationSetup, plainCredentials } from "./migrate/migration-setup.js";
import { ProgressLines } from "./migrate/progress.js";
import { summaryLines } from "./migrate/summary-lines.js";
import { addMigrateOptions, type MigrateOptions } from "./migrate-options.js";

const defaultRejects = "migrate-rejects.ndjson";
/** More than any machine has; far fewer than would hurt it. */
const mostWorkers = 256;

function usage(message: string, path: string, cure: string): never {
  throw new CommandError("command.usage", message, { path, cure });
}

function named(name: string | undefined, option: string): string {
  if (name !== undefined) return vendorNamed(name, option).name;
  return usage(`\`${option}\` is missing.`, option, `Name one of ${listOf(vendorNames)}.`);
}

function checkTogether(options: MigrateOptions): void {
  const { output, journal, json, quiet, queue, queueWorker, queueName, queueSilence, remote, trustUnverified } =
    options;
  if (remote && trustUnverified)
    usage("`--remote` and `--trust-unverified` exclude each other.", "--remote", "Give one.");
  if (queue === undefined && (queueWorker || queueName !== undefined || queueSilence !== undefined)) {
    usage("There is no `--queue`.", "--queue", "Say where it is: `--queue redis://host:6379`.");
  }
  if (queueWorker) return;
  if (output === undefined && journal !== undefined) {
    const cure = "Give the new tokens a file with `--output`.";
    usage("Standard output cannot be gone back in, so that a journal is of no use.", "--journal", cure);
  }
  if (output === undefined && json) {
    usage(
      "`--json` and the new tokens both want standard output.",
      "--json",
      "Give the tokens a file with `--output`.",
    );
  }
  if (json && quiet) usage("`--json` and `--quiet` exclude each other.", "--quiet", "Leave out one of the two.");
}

function readQueue({ queue, queueName, queueSilence }: MigrateOptions, context: Context): QueueOptions | undefined {
  if (queue === undefined) return undefined;
  const { REDIS_USERNAME: username, REDIS_PASSWORD: password } = context.io.env;
  if (/^\w+:\/\/[^/]*@/.test(queue)) {
    const cure = "Set REDIS_USERNAME and REDIS_PASSWORD in the environment; if that was a real password, replace it.";
    throw new CommandError("command.secret-on-command-line", "The queue's address holds a password.", { cure });
  }
  return {
    url: queue,
    username,
    password,
    name: queueName,
    ...(queueSilence === undefined
      ? {}
      : { silenceMilliseconds: 1000 * readCount(queueSilence, "--queue-silence", 1, 30) }),
  };
}

async function readData(options: MigrateOptions, context: Context): Promise<MigrationData> {
  const from = named(options.from, "--from");
  const to = named(options.to, "--to");
  const method = options.method === undefined ? undefined : readChoice(options.method, "--method", ["sign", "request"]);
  checkMethod(vendorNamed(to, "--to"), method);
  const policy = await readPolicy(options, context.io);
  const credentials = plainCredentials(await context.credentials(options.credentials));
  const unverifiable = options.remote ? "ask" : options.trustUnverified ? "trust" : "refuse";
  const requestsPerSecond = options.rate === undefined ? undefined : readCount(options.rate, "--rate", 1, 10);
  return { from, to, method, policy, unverifiable, requestsPerSecond, credentials };
}

type Work = Pick<LibraryOptions, "setup" | "data"> & { readonly workers?: number };

/** In threads, unless there is one worker alone, or vendors are asked: then this thread has little to do. */
function workOf(data: MigrationData, options: MigrateOptions, now: number, context: Context): Work {
  const workers = options.workers === undefined ? undefined : readCount(options.workers, "--workers", 1, 4);
  if (workers !== undefined && workers > mostWorkers) {
    usage(`\`--workers\` takes a number up to ${mostWorkers}.`, "--workers", "Leave it out.");
  }
  // What is missing is told before anything is begun, and once.
  const { to } = migrationSetup(data, now, context.io);
  const share = workers === undefined ? {} : { workers };
  if (workers !== 1 && data.unverifiable !== "ask" && to.method === "sign") {
    return { setup: new URL("./migrate/thread-setup.js", import.meta.url), data, ...share };
  }
  return { setup: (run) => migrationSetup(data, run.now, context.io), ...share };
}

function openingLines({ output, file }: MigrateOptions, io: Context["io"]): string[] {
  return [
    ...(output === undefined ? ["Standard output cannot be resumed: give `--output FILE` for a run that can."] : []),
    ...(file === undefined && io.isInputTerminal === true ? ["Paste tokens, one a line, and end with Ctrl-D."] : []),
  ];
}

function summaryJson(data: MigrationData, summary: MigrateSummary): Record<string, unknown> {
  const { counts, ...rest } = summary;
  return { from: data.from, to: data.to, ...rest, ...counts };
}

/** An export that failed leaves such a file behind, and whoever waits for its tokens has to hear of it. */
function nothingToMove({ counts }: MigrateSummary): CommandError {
  const lines = counts.lines === 0 ? "is empty" : counts.lines === 1 ? "has an empty line" : "has only empty lines";
  return new CommandError("command.no-input", `There is no token to move: the input ${lines}.`, {
    cure: "Look at what was to write it. Fill it and give the same command again; where it may be empty, look before.",
  });
}

async function move(
  data: MigrationData,
  options: MigrateOptions,
  signal: AbortSignal,
  context: Context,
): Promise<void> {
  const { io } = context;
  const now = readNow(options.now, io);
  const { output, file, journal } = options;
  const rejects = options.rejects ?? (output === undefined ? defaultRejects : `${output}.rejects`);
  const queue = readQueue(options, context);
  const isQuiet = options.quiet === true || options.json === true;
  const { width } = context.noteScreen(now);
  const work = workOf(data, options, now, context);
  if (!isQuiet) context.note(openingLines(options, io).flatMap((line) => paragraph(line, width)));
  const progress = new ProgressLines({
    write: (text) => io.stderr(text),
    milliseconds: () => performance.now(),
    isTerminal: io.isErrorTerminal === true,
    columns: io.columns,
  });
  const stdinFile = io.stdinFile?.();
  let summary: MigrateSummary;
  try {
    summary = await migrate({
      ...work,
      now,
      input: file !== undefined ? { path: file } : stdinFile === undefined ? io.stdin() : { fd: stdinFile },
      output: output ?? {
        write: io.stdoutBytes ?? (async (bytes) => io.stdout(Buffer.from(bytes).toString("utf8"))),
      },
      rejects,
      ...(journal === undefined ? {} : { journal }),
      ...(queue === undefined ? {} : { queue }),
      report: options.report === true,
      restart: options.restart === true,
      signal,
      ...(isQuiet ? {} : { onProgress: progress.tell }),
    });
  } finally {
    progress.end();
  }
  if (summary.complete && summary.counts.lines === summary.counts.blank) throw nothingToMove(summary);
  if (options.json) context.json(summaryJson(data, summary));
  else if (!isQuiet) {
    const place = { from: data.from, to: data.to, rejects, canResume: output !== undefined };
    context.note(summaryLines(summary, place).flatMap((line) => paragraph(line, width, 0, 2)));
  }
  if (!summary.complete) context.exitCode = exitCodes.stopped;
  else if (refusedLines(summary.counts) > 0) context.exitCode = exitCodes.refused;
}

async function workOnQueue(
  data: MigrationData,
  options: MigrateOptions,
  signal: AbortSignal,
  context: Context,
): Promise<void> {
  const queue = readQueue(options, context);
  if (queue === undefined) return;
  const isQuiet = options.quiet === true || options.json === true;
  if (!isQuiet) context.note(["Working on the chunks of the queue. Ctrl-C stops it."]);
  await runQueueWorker({
    ...workOf(data, { ...options, workers: options.workers ?? "1" }, readNow(options.now, context.io), context),
    queue,
    signal,
    ...(isQuiet ? {} : { onChunk: ({ state, firstLine }) => context.note([`line ${firstLine}: ${state}`]) }),
  });
}

async function runMigrate(options: MigrateOptions, context: Context): Promise<void> {
  checkTogether(options);
  const data = await readData(options, context);
  const stop = new AbortController();
  void context.io.untilStopped().then(() => stop.abort());
  try {
    await (options.queueWorker ? workOnQueue : move)(data, options, stop.signal, context);
  } catch (error) {
    if (!isBrokenPipe(error)) throw asCommandError(error, options);
    context.exitCode = exitCodes.brokenPipe;
  }
}

export function addMigrate(program: Command, context: Context): void {
  const command = program
    .command("migrate")
    .summary("move a file of tokens to another vendor, in bulk")
    .description(
      "Verifies, translates and issues again a stream of tokens, one a line, on every core or on several machines, in " +
        "order, and resumable.",
    );
  addMigrateOptions(command)
    .allowExcessArguments()
    .action((options: MigrateOptions, { args }: Command) => {
      if (args.length === 0) return runMigrate(options, context);
      return usage("`migrate` takes no arguments.", "--file", "Give the file of tokens with `--file FILE`.");
    });
}
