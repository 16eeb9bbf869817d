import { readFileSync, statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { InputIdentity, InputPlace } from "../input/input.js";
import { lineFeed } from "../lines/lines-of.js";
import { MigrateError } from "../migrate-error.js";
import { unwritten, type Written } from "../output/file-sink.js";
import { type Counts, isCounts } from "../work/counts.js";
import { isChunkBytes } from "../work/sizes.js";

const format = "roompass-migrate 1";

/** The first line of a journal: what the run is. */
export interface JournalHeader {
  readonly journal: typeof format;
  /** Unix seconds: the time of the run, however often it is resumed. */
  readonly now: number;
  /** Hexadecimal; what the fingerprint was made with. */
  readonly salt: string;
  /** Vendors, accounts, policy and options, and secrets by a keyed digest. */
  readonly fingerprint: string;
  readonly chunkBytes: number;
  readonly input: InputIdentity;
  /** Output and rejects, as they are found from the journal's folder. */
  readonly files: readonly string[];
}

/** Every other line: what is done, and safely written. */
export interface Checkpoint {
  readonly chunks: number;
  readonly input: InputPlace;
  readonly output: Written;
  readonly rejects: Written;
  readonly counts: Counts;
  readonly complete?: true;
}

/** A journal as it was found. */
export interface FoundJournal {
  readonly header: JournalHeader;
  readonly last: Checkpoint | undefined;
  /** Bytes of whole lines; what stands behind them was not finished. */
  readonly bytes: number;
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members => typeof value === "object" && value !== null;
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isWritten = (value: unknown): boolean =>
  isObject(value) && isCount(value["bytes"]) && typeof value["sha256"] === "string";

function isIdentity(value: unknown): boolean {
  return isObject(value) && (value["kind"] === "stream" || (value["kind"] === "file" && isCount(value["bytes"])));
}

function isHeader(value: unknown): value is JournalHeader {
  return (
    isObject(value) &&
    value["journal"] === format &&
    isCount(value["now"]) &&
    isChunkBytes(value["chunkBytes"]) &&
    typeof value["salt"] === "string" &&
    /^[0-9a-f]+$/.test(value["salt"]) &&
    typeof value["fingerprint"] === "string" &&
    isIdentity(value["input"]) &&
    Array.isArray(value["files"])
  );
}

function isCheckpoint(value: unknown): value is Checkpoint {
  if (!isObject(value) || !isCount(value["chunks"])) return false;
  const { input, counts } = value;
  const isPlace = isObject(input) && isCount(input["bytes"]);
  return isPlace && isCounts(counts) && isWritten(value["output"]) && isWritten(value["rejects"]);
}

function broken(what: string, canRestart = true): MigrateError {
  const options = { canRestart, option: "journal" } as const;
  return new MigrateError("migrate.journal", `The journal ${what}.`, "Give another path for it.", options);
}

/** A named pipe would keep the process waiting for whoever is at its other end, and a device may have no end. */
function isThere(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isFile()) throw broken("is no regular file", false);
  return found !== undefined;
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Reads a journal. A last line that was not finished does not count: what it was about is done again.
 *
 * @returns `undefined` where there is none, or none that got beyond its first line.
 * @throws MigrateError `migrate.journal`
 */
export function readJournal(path: string): FoundJournal | undefined {
  let content: Buffer;
  try {
    if (!isThere(path)) return undefined;
    content = readFileSync(path);
  } catch (error) {
    throw error instanceof MigrateError ? error : broken("cannot be read");
  }
  const bytes = content.lastIndexOf(lineFeed) + 1;
  if (bytes === 0) {
    // Cut off before anything was noted, at whatever place.
    const begun = `{"journal":"${format}"`;
    if (begun.startsWith(content.toString("utf8", 0, begun.length))) return undefined;
    throw broken("is no journal of a migration");
  }
  const [first, ...rest] = content.toString("utf8", 0, bytes).trimEnd().split("\n").map(parse);
  if (!isHeader(first)) throw broken("is no journal of a migration, or one of another version");
  if (!rest.every(isCheckpoint)) throw broken("is damaged");
  return { header: first, last: rest.at(-1), bytes };
}

/** Writes down what is done. */
export class Journal {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async begin(path: string, header: Omit<JournalHeader, "journal">): Promise<Journal> {
    try {
      isThere(path);
      const journal = new Journal(await open(path, "w", 0o600));
      await journal.#append({ journal: format, ...header });
      return journal;
    } catch (error) {
      throw error instanceof MigrateError ? error : unwritten("The journal", error);
    }
  }

  /** Goes on behind the last whole line. */
  static async resume(path: string, { bytes }: FoundJournal): Promise<Journal> {
    try {
      const file = await open(path, "r+");
      await file.truncate(bytes);
      await file.close();
      return new Journal(await open(path, "a"));
    } catch (error) {
      throw unwritten("The journal", error);
    }
  }

  /** To be called when everything that it speaks of has reached the device. */
  async note(checkpoint: Checkpoint): Promise<void> {
    try {
      await this.#append(checkpoint);
    } catch (error) {
      throw unwritten("The journal", error);
    }
  }

  async close(): Promise<void> {
    await this.#file.close().catch(() => undefined);
  }

  async #append(line: unknown): Promise<void> {
    await this.#file.appendFile(`${JSON.stringify(line)}\n`);
    await this.#file.datasync();
  }
}
