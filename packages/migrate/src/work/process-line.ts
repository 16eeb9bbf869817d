import { type ReportEntry, RoompassError, type Translated, TranslationError, translate } from "@roompass/core";
import { readLine } from "../lines/read-line.js";
import { Refused } from "../lines/refused.js";
import { remediesOf } from "../lines/remedies.js";
import { outputLine, rejectLine } from "../lines/write-line.js";
import { errorName, MigrateError } from "../migrate-error.js";
import { askVendor } from "./ask-vendor.js";
import type { Job } from "./job.js";
import { StoppedWaiting } from "./rate-limit.js";
import { readSource, type Source } from "./read-source.js";

/** One for all: a chunk of nothing but line breaks has as many as it has bytes. */
const blank = { kind: "blank" } as const;

/** What became of one line. */
export type LineResult =
  | { readonly kind: "blank" }
  | { readonly kind: "moved"; readonly text: string; readonly kinds: Readonly<Record<string, number>> }
  | { readonly kind: "refused"; readonly text: string; readonly code: string };

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const byteOrderMark = "\ufeff";

function decode(bytes: Buffer, line: number, longest: number): string {
  if (bytes.length > longest) throw new Refused("line.too-long", `The line is longer than ${longest} bytes.`);
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    throw new Refused("line.not-utf8", "The line is not UTF-8.");
  }
  // Editors of some systems begin a file with it.
  return line === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text;
}

function translated({ reading, trustUnverified }: Source, { from, to, policy, options }: Job): Translated {
  const common = { from: from.adapter, to, now: options.now, policy };
  return trustUnverified ? translate(reading, { ...common, trustUnverified }) : translate(reading, common);
}

function countKinds(report: readonly ReportEntry[]): Record<string, number> {
  const kinds: Record<string, number> = {};
  for (const { kind } of report) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return kinds;
}

/** Wrong in the same way for every line, so that nothing is gained by writing it down a million times. */
const faultsOfTheRun: ReadonlySet<string> = new Set([
  "provider.settings",
  "provider.unsupported",
  "options.unknown",
  "options.invalid",
  "adapter.invalid",
  "key.empty",
  "key.unsuitable",
  "key.unsupported-algorithm",
  "clock.invalid",
]);

function isFaultOfTheRun({ code, path }: RoompassError): boolean {
  // A role that the caller vouches for may be denied by one token and not by another.
  return faultsOfTheRun.has(code) || (code === "translate.policy" && path !== "policy.vouch");
}

/** @throws MigrateError for what is no fault of this line; StoppedWaiting when the run is to end. */
function refusalOf(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof MigrateError || error instanceof StoppedWaiting) throw error;
  if (!RoompassError.isInstance(error)) {
    return new Refused("failed", `roompass itself failed at this line (${errorName(error)}). This is a bug.`);
  }
  if (isFaultOfTheRun(error)) throw new MigrateError("migrate.setup", error.message, error.cure, { cause: error });
  if (error instanceof TranslationError) {
    const { refusals } = error;
    return new Refused(error.code, error.message, {
      paths: refusals.map(({ path }) => path),
      remedies: remediesOf(refusals),
    });
  }
  return new Refused(error.code, error.message, { paths: error.path ? [error.path] : [] });
}

/** Reads, verifies, translates and issues one line. @throws MigrateError, StoppedWaiting */
export async function processLine(bytes: Buffer, line: number, job: Job): Promise<LineResult> {
  let id: string | undefined;
  try {
    const read = readLine(decode(bytes, line, job.options.lineBytes));
    if (read === undefined) return blank;
    id = read.id;
    const moved = translated(await readSource(read.token, job), job);
    const issue = (): Promise<{ readonly token: string }> => job.to.issue(moved as never);
    const { token } = job.to.method === "request" ? await askVendor(job.limit, issue) : await issue();
    const kinds = countKinds(moved.report);
    return { kind: "moved", text: outputLine(line, read, token, job.options.report ? kinds : undefined), kinds };
  } catch (error) {
    const refused = refusalOf(error);
    const { code, message, paths, remedies } = refused;
    return { kind: "refused", text: rejectLine(line, { code, message, paths, remedies, id: refused.id ?? id }), code };
  }
}
