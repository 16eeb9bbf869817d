import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Caller, CallerDirectory } from "@roompass/service";
import { KeysFileError, parseKeysFile } from "./parse-keys-file.js";

/** Told what became of a reload. */
export interface ReloadReport {
  readonly reloaded: (callers: number) => void;
  /** The keys that were read last go on to be good. */
  readonly refused: (problems: readonly string[]) => void;
}

/** The callers of a file, read again whenever it changes. */
export interface KeysFile extends CallerDirectory {
  readonly size: number;
  /** Reads the file now; for SIGHUP. Never rejects. */
  reload(): Promise<void>;
  /** Stops watching. */
  close(): void;
}

/** Editors write a file in several steps; what is read in between is thrown away. */
const settleMilliseconds = 50;

async function readCallers(path: string): Promise<ReadonlyMap<string, Caller>> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = (error as { readonly code?: unknown } | null)?.code;
    throw new KeysFileError([`ROOMPASS_KEYS_FILE cannot be read${typeof code === "string" ? ` (${code})` : ""}`]);
  }
  return parseKeysFile(text);
}

/**
 * Reads a keys file and watches it. Callers are looked up in what was read last as a whole: a request sees the old keys or
 * the new ones, and a file that is not valid changes nothing.
 *
 * @throws KeysFileError When the file is not valid to begin with.
 */
export async function openKeysFile(path: string, report: ReloadReport): Promise<KeysFile> {
  let callers = await readCallers(path);
  let turn: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function reloadNow(): Promise<void> {
    try {
      callers = await readCallers(path);
      report.reloaded(callers.size);
    } catch (error) {
      report.refused(error instanceof KeysFileError ? error.problems : ["it cannot be read"]);
    }
  }

  /** One at a time, so that what was read last is what counts. */
  function reload(): Promise<void> {
    turn = turn.then(reloadNow);
    return turn;
  }

  // The folder and not the file: a file that is replaced is another one, and links as orchestrators make them change there.
  const name = basename(path);
  const watcher = watch(dirname(path), { persistent: false }, (_event, changed) => {
    if (changed !== null && changed !== name && !changed.startsWith("..")) return;
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), settleMilliseconds).unref();
  });
  // A folder that goes away ends the watching; SIGHUP still works.
  watcher.on("error", () => watcher.close());

  return {
    get size() {
      return callers.size;
    },
    find: (id) => callers.get(id),
    reload,
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
