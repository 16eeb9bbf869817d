import { type FileHandle, open } from "node:fs/promises";
import type { AuditHead } from "@roompass/service";
import { AuditFileError } from "./audit-file-error.js";
import { type Lock, takeLock } from "./lock.js";
import { readTail } from "./read-tail.js";

export interface AuditFileOptions {
  /** Whether lines are on the disk, and not just with the operating system, before they count as safe. */
  readonly sync: boolean;
}

/** A file of audit lines that is only ever appended to. */
export interface AuditFile {
  /** Where the chain in the file stands; `undefined` for a new file. */
  readonly previous: AuditHead | undefined;
  /** How many bytes of a half-written last line were set aside, into a file beside it; 0 nearly always. */
  readonly setAsideBytes: number;
  /** Resolves when the line is safe. Lines that arrive while others are being written are written together. */
  append(line: string): Promise<void>;
  /** Waits for what is being written, then closes the file. */
  close(): Promise<void>;
}

interface Waiting {
  readonly line: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

async function writeAll(file: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await file.write(bytes, written)).bytesWritten;
}

/**
 * A lock keeps two processes apart that know of each other, which those in two containers do not. And a file that was cut
 * off or removed while it was open takes lines that nobody will ever read.
 */
async function checkUntouched(file: FileHandle, size: number): Promise<void> {
  const now = await file.stat();
  if (now.size === size && now.nlink > 0) return;
  throw new AuditFileError(
    "The audit file was added to, cut off or removed by somebody else. Give each instance a file of its own, and rotate it by moving it away while the server is stopped.",
  );
}

/**
 * Writes lines in groups: one write, and one flush where that is wanted, for all that came in meanwhile.
 */
class GroupCommit {
  readonly #file: FileHandle;
  readonly #sync: boolean;
  #waiting: Waiting[] = [];
  #writing: Promise<void> | undefined;
  /** As this process left it. */
  #size: number;

  constructor(file: FileHandle, sync: boolean, size: number) {
    this.#file = file;
    this.#sync = sync;
    this.#size = size;
  }

  append(line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ line, resolve, reject });
      this.#writing ??= this.#writeGroups();
    });
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  async #writeGroups(): Promise<void> {
    // Whatever else arrives in this turn of the event loop belongs to the first group.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        await checkUntouched(this.#file, this.#size);
        const bytes = Buffer.from(group.map(({ line }) => `${line}\n`).join(""), "utf8");
        await writeAll(this.#file, bytes);
        this.#size += bytes.length;
        if (this.#sync) await this.#file.datasync();
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#writing = undefined;
  }
}

/**
 * Opens an audit file for one process. A last line without its end was never answered for, since answers wait for whole
 * lines: its bytes are moved to `<path>.torn`, and the chain goes on from the line before.
 *
 * @throws AuditFileError When the file cannot be opened, ends with a line of no chain, or is another process's.
 */
export async function openAuditFile(path: string, { sync }: AuditFileOptions): Promise<AuditFile> {
  const lock = await takeLock(path);
  let file: FileHandle | undefined;
  try {
    file = await open(path, "a+", 0o600);
    return await openWith(file, path, sync, lock);
  } catch (error) {
    await file?.close();
    await lock.release();
    throw AuditFileError.of(error);
  }
}

async function openWith(file: FileHandle, path: string, sync: boolean, lock: Lock): Promise<AuditFile> {
  const { previous, setAsideBytes } = await readTail(file, path);
  const commit = new GroupCommit(file, sync, (await file.stat()).size);
  return {
    previous,
    setAsideBytes,
    append: (line) => commit.append(line),
    async close() {
      await commit.settled();
      await file.close();
      await lock.release();
    },
  };
}
