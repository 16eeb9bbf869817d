import { createHash, type Hash } from "node:crypto";
import { closeSync, fstatSync, openSync, statSync } from "node:fs";
import { MigrateError, systemCode } from "../migrate-error.js";
import { cutLines } from "./cut-lines.js";
import { readBytes, unreadable } from "./read-bytes.js";
import { firstLineFrom, type Range } from "./read-range.js";

/** Where tokens come from: a file, which workers read by themselves, or a stream. */
export type MigrationInput =
  | { readonly path: string }
  /** An open regular file, such as standard input with `<`. It is not closed. */
  | { readonly fd: number }
  | AsyncIterable<Uint8Array>;

/** What a journal remembers of an input, to tell it from another. */
export type InputIdentity =
  | { readonly kind: "file"; readonly bytes: number; readonly modified: number; readonly edges: string }
  | { readonly kind: "stream" };

/** How far an input was read; `sha256` is of everything before, where it is a stream. */
export interface InputPlace {
  readonly bytes: number;
  readonly sha256?: string;
}

/** A part of the input, to be worked on by one worker, and the place after it. */
export interface ChunkTask {
  readonly content:
    | { readonly kind: "range"; readonly range: Range }
    | { readonly kind: "bytes"; readonly bytes: Buffer };
  readonly end: InputPlace;
}

export interface ChunkSizes {
  readonly chunkBytes: number;
  readonly lineBytes: number;
}

export interface OpenInput {
  readonly identity: InputIdentity;
  /** The open file, where workers read it by themselves. */
  readonly file?: { readonly fd: number; readonly size: number };
  /** The chunks behind a place, in order. @throws MigrateError `migrate.input` where the input is another one. */
  tasks(from: InputPlace, sizes: ChunkSizes): AsyncGenerator<ChunkTask>;
  /** What happened to the input since it was opened, if anything. */
  changed(): string | undefined;
  close(): void;
}

const edgeBytes = 65_536;
const blockBytes = 262_144;

const other = (what: string): MigrateError =>
  new MigrateError(
    "migrate.input",
    `${what} The journal is about another input.`,
    "Give the input that it began with.",
    { canRestart: true, option: "input" },
  );

function readAt(fd: number, length: number, position: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, readBytes(fd, buffer, position));
}

function identify(fd: number): InputIdentity & { readonly kind: "file" } {
  const { size, mtimeMs } = fstatSync(fd);
  const hash = createHash("sha256").update(readAt(fd, edgeBytes, 0));
  const edges = hash.update(readAt(fd, edgeBytes, Math.max(0, size - edgeBytes))).digest("hex");
  return { kind: "file", bytes: size, modified: mtimeMs, edges };
}

export function checkSameInput(now: InputIdentity, then: InputIdentity): void {
  if (then.kind === "stream" || now.kind === "stream") {
    if (then.kind !== now.kind) throw other(`The input is a ${now.kind} and was a ${then.kind}.`);
    return;
  }
  if (then.bytes !== now.bytes) throw other(`The input has ${now.bytes} bytes and had ${then.bytes}.`);
  if (then.edges !== now.edges) throw other("The input begins or ends with something else.");
  if (then.modified !== now.modified) throw other("The input was written to since.");
}

async function* blocksOf(fd: number, from: number, size: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < size; ) {
    const block = readAt(fd, Math.min(blockBytes, size - at), at);
    if (block.length === 0) throw new MigrateError("migrate.input", "The input became shorter while it was read.");
    at += block.length;
    yield block;
  }
}

/** Ranges of one size, whatever lines are in them. */
async function* rangesOf(from: number, size: number, chunkBytes: number): AsyncGenerator<ChunkTask> {
  for (let start = from; start < size; start += chunkBytes) {
    const end = Math.min(start + chunkBytes, size);
    yield { content: { kind: "range", range: { start, end } }, end: { bytes: end } };
  }
}

function openFile(fd: number, asBytes: boolean, isOurs: boolean): OpenInput {
  const identity = identify(fd);
  const size = identity.bytes;
  async function* tasks(from: InputPlace, sizes: ChunkSizes): AsyncGenerator<ChunkTask> {
    if (!asBytes) return yield* rangesOf(from.bytes, size, sizes.chunkBytes);
    // A run that was begun without a queue ends its ranges in the middle of lines, which belong to what is done.
    const offset = firstLineFrom({ fd, size, lineBytes: sizes.lineBytes }, from.bytes);
    for await (const { bytes, end } of cutLines(blocksOf(fd, offset, size), { ...sizes, offset })) {
      yield { content: { kind: "bytes", bytes }, end: { bytes: end } };
    }
  }
  return {
    identity,
    ...(asBytes ? {} : { file: { fd, size } }),
    tasks,
    changed() {
      const { size: bytes, mtimeMs } = fstatSync(fd);
      if (bytes > size) return `The input grew by ${bytes - size} bytes meanwhile; they were not read.`;
      return mtimeMs === identity.modified
        ? undefined
        : "The input was written to meanwhile; what was read may be mixed.";
    },
    close: () => (isOurs ? closeSync(fd) : undefined),
  };
}

async function* readable(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* blocks;
  } catch (error) {
    throw unreadable(error);
  }
}

/** Reads what was done before once more, which shows that it is the same. */
async function* behind(blocks: AsyncIterable<Uint8Array>, from: InputPlace, hash: Hash): AsyncGenerator<Uint8Array> {
  let left = from.bytes;
  for await (const block of readable(blocks)) {
    const passed = Math.min(left, block.length);
    left -= passed;
    hash.update(block.subarray(0, passed));
    if (left > 0) continue;
    if (passed > 0 && from.sha256 !== hash.copy().digest("hex")) throw other("The input is not the same as before.");
    if (passed < block.length) yield block.subarray(passed);
  }
  if (left > 0) throw other("The input ends before the place that had been reached.");
}

function openStream(stream: AsyncIterable<Uint8Array>): OpenInput {
  async function* tasks(from: InputPlace, sizes: ChunkSizes): AsyncGenerator<ChunkTask> {
    const hash = createHash("sha256");
    const options = { ...sizes, offset: from.bytes, hash };
    for await (const { bytes, end } of cutLines(behind(stream, from, hash), options)) {
      yield { content: { kind: "bytes", bytes }, end: { bytes: end, sha256: hash.copy().digest("hex") } };
    }
  }
  return { identity: { kind: "stream" }, tasks, changed: () => undefined, close: () => undefined };
}

const unopened: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EISDIR: "it is a folder",
};

function notRegular(): MigrateError {
  const cure = "Pass what is in it on standard input.";
  return new MigrateError("migrate.input", "The input is no regular file.", cure, { option: "input" });
}

function openPath(path: string): number {
  try {
    // A named pipe would keep the process in `open` until somebody writes to it.
    if (!statSync(path).isFile()) throw notRegular();
    return openSync(path, "r");
  } catch (error) {
    if (error instanceof MigrateError) throw error;
    const reason = unopened[systemCode(error)] ?? "it cannot be opened";
    throw new MigrateError("migrate.input", `The input cannot be read: ${reason}.`, "Check the path.", {
      option: "input",
    });
  }
}

/**
 * Opens an input.
 *
 * @param asBytes Chunks carry their lines, for workers that cannot read the file themselves.
 * @throws MigrateError `migrate.input`
 */
export function openInput(input: MigrationInput, asBytes: boolean): OpenInput {
  if (Symbol.asyncIterator in input) return openStream(input);
  if ("path" in input) return openFile(openPath(input.path), asBytes, true);
  if (fstatSync(input.fd).isFile()) return openFile(input.fd, asBytes, false);
  throw notRegular();
}
