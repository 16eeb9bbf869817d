import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open, stat } from "node:fs/promises";
import { type FileOption, MigrateError, systemCode } from "../migrate-error.js";

/** How far an output was written, and what was. */
export interface Written {
  readonly bytes: number;
  readonly sha256: string;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "there is no room left on the device",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would become too large",
  EACCES: "you may not write it",
  EROFS: "the device is read-only",
  ENOENT: "there is no such folder",
  EISDIR: "it is a folder",
  EEXIST: "somebody else has made it in the meantime",
  EIO: "the device reports an error",
};

export function unwritten(what: string, error: unknown): MigrateError {
  const code = systemCode(error);
  const reason = reasons[code] ?? `the system says ${/^[A-Z]+$/.test(code) ? code : "no more than that"}`;
  return new MigrateError("migrate.unwritten", `${what} could not be written: ${reason}.`, undefined, { cause: error });
}

const asItWas = "Give the file as it was left.";
const blockBytes = 1_048_576;
/** Tokens are nobody else's business. */
const ownerOnly = 0o600;

/** Reads the beginning of a file again. @returns how many bytes there were. */
async function readBeginning(file: FileHandle, bytes: number, hash: Hash): Promise<number> {
  const block = Buffer.alloc(Math.min(blockBytes, bytes));
  let done = 0;
  while (done < bytes) {
    const { bytesRead } = await file.read(block, 0, Math.min(block.length, bytes - done), done);
    if (bytesRead === 0) break;
    hash.update(block.subarray(0, bytesRead));
    done += bytesRead;
  }
  return done;
}

/** Where results go, in order. */
export interface Sink {
  readonly written: Written;
  write(bytes: Buffer): Promise<void>;
  /** Returns when the device has it. */
  sync(): Promise<void>;
  /** Empties the file if it is there and is to begin anew. To be called when the journal says so. */
  clear(): Promise<void>;
  /** Makes the file if nothing went into it. */
  make(): Promise<void>;
  close(): Promise<void>;
}

/** A file that is written from a known place on. It is made with the first byte that goes into it. */
export class FileSink implements Sink {
  readonly #path: string;
  readonly #what: string;
  readonly #hash = createHash("sha256");
  #file: FileHandle | undefined;
  #bytes = 0;
  #isSynced = true;
  #isToClear = false;

  private constructor(path: string, what: string) {
    this.#path = path;
    this.#what = what;
  }

  /**
   * A file that is to begin. Nothing is done to it yet.
   *
   * @throws MigrateError `migrate.output-exists` for one that has something in it, unless it may be replaced.
   */
  static async begin(path: string, what: string, mayReplace: boolean, option?: FileOption): Promise<FileSink> {
    const about = option === undefined ? {} : { option };
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && !found.isFile()) {
      throw new MigrateError("migrate.output-exists", `${what} is no regular file.`, "Give the path of a file.", about);
    }
    if (found !== undefined && found.size > 0 && !mayReplace) {
      const message = `${what} is there already, and no journal belongs to it.`;
      throw new MigrateError("migrate.output-exists", message, "Give another path.", { canRestart: true, ...about });
    }
    const sink = new FileSink(path, what);
    sink.#isToClear = found !== undefined;
    return sink;
  }

  /**
   * A file that is to go on. What was written after the place, and never noted down, is cut off.
   *
   * @param mayCut Whether what stands behind the place can only be this run's; else the file has to end there.
   * @throws MigrateError `migrate.journal` when the file is not what had been written.
   */
  static async resume(path: string, what: string, written: Written, mayCut: boolean): Promise<FileSink> {
    const sink = new FileSink(path, what);
    const refuse = (why: string, cure: string, canRestart = true): never => {
      throw new MigrateError("migrate.journal", `${what} ${why}.`, cure, { canRestart });
    };
    const found = await stat(path).catch(systemCode);
    if (found === "ENOENT") {
      if (written.bytes === 0) return sink;
      return refuse("is gone, and its journal says that something was in it", "Put it back as it was left.");
    }
    if (typeof found !== "string" && !found.isFile()) return refuse("is no regular file", asItWas, false);
    if (typeof found !== "string" && found.size > written.bytes && !mayCut) {
      return refuse("has more in it than its journal says", "Take that elsewhere, or give another path.");
    }
    await sink.#openAt(written);
    return sink;
  }

  get written(): Written {
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest("hex") };
  }

  async write(bytes: Buffer): Promise<void> {
    if (bytes.length === 0) return;
    await this.#attempt(async () => {
      const file = await this.#opened();
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await file.write(bytes, done, bytes.length - done, this.#bytes + done);
        done += bytesWritten;
      }
    });
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    this.#isSynced = false;
  }

  /** Returns when the device has it. */
  async sync(): Promise<void> {
    if (this.#isSynced) return;
    await this.#attempt(async () => this.#file?.datasync());
    this.#isSynced = true;
  }

  async clear(): Promise<void> {
    if (this.#isToClear) await this.#openAt({ bytes: 0, sha256: "" });
    this.#isToClear = false;
  }

  async make(): Promise<void> {
    await this.#attempt(() => this.#opened());
  }

  async close(): Promise<void> {
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
  }

  async #opened(): Promise<FileHandle> {
    this.#file ??= await open(this.#path, "wx", ownerOnly);
    return this.#file;
  }

  async #openAt(written: Written): Promise<void> {
    await this.#attempt(async () => {
      const file = await open(this.#path, "r+");
      this.#file = file;
      if (written.bytes > 0) await this.#goTo(file, written);
      await file.truncate(this.#bytes);
    }).catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
  }

  async #goTo(file: FileHandle, written: Written): Promise<void> {
    if ((await readBeginning(file, written.bytes, this.#hash)) < written.bytes) {
      throw new MigrateError("migrate.journal", `${this.#what} is shorter than its journal says.`, asItWas, {
        canRestart: true,
      });
    }
    this.#bytes = written.bytes;
    if (this.written.sha256 === written.sha256) return;
    throw new MigrateError("migrate.journal", `${this.#what} was changed since its journal was written.`, asItWas, {
      canRestart: true,
    });
  }

  async #attempt(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (error) {
      throw error instanceof MigrateError ? error : unwritten(this.#what, error);
    }
  }
}
