import { randomBytes } from "node:crypto";
import { closeSync, linkSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { resolve } from "node:path";
import { MigrateError, systemCode } from "../migrate-error.js";
import { unwritten } from "../output/file-sink.js";

/** Locks that this very process holds, for systems that do not tell when a process began. */
const held = new Set<string>();

/** When a process began, as Linux tells it: an id alone may have been given to somebody else since. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

/**
 * Whether whoever wrote this is still there. A lock of another machine cannot be told, and holds; so does a file that is
 * no lock, since it is somebody else's and not to be taken away.
 */
function isAlive(content: string, path: string): boolean {
  const [pid = "", host, started = ""] = content.trim().split(" ");
  if (!/^\d+$/.test(pid) || host !== hostname()) return true;
  const began = startedAt(Number(pid));
  if (began === "" && Number(pid) === process.pid) return held.has(resolve(path));
  // Where the system hides the processes of others, one that runs counts as the one that wrote this.
  return isRunning(Number(pid)) && (began === "" || started === began);
}

/** Takes away a lock whose owner is gone. Of several that try at once, one moves it and the others find nothing. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.${randomBytes(6).toString("hex")}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (readFileSync(aside, "utf8") !== stale) {
    // Somebody else was faster, and this is the new owner's.
    try {
      linkSync(aside, path);
    } catch {
      // There is one again already.
    }
  }
  unlinkSync(aside);
}

/** Made and filled, or not there: an empty one that a full disk left behind would hold for ever. */
function writeLock(path: string, content: string): void {
  const file = openSync(path, "wx", 0o600);
  try {
    writeFileSync(file, content);
  } catch (error) {
    unlinkSync(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

function readLock(path: string): string | undefined {
  try {
    // A named pipe would keep the process waiting; whatever it is, it is no lock.
    return statSync(path).isFile() ? readFileSync(path, "utf8") : "";
  } catch {
    return undefined;
  }
}

/** How a failure to make a lock is told: the file that somebody gave, and never heard of a lock. */
function unlockable(what: string, error: unknown): MigrateError {
  const { code, message } = unwritten(`The lock beside ${what}`, error);
  const cure =
    "A run keeps a lock beside each file that it writes: let it write into that folder, or give another path.";
  return new MigrateError(code, message, cure, { cause: error });
}

/**
 * Keeps a second run from using the same file. The lock of a run that was killed is taken over.
 *
 * @param what The file that it is about, for messages: `the output`.
 * @returns how to give it back.
 * @throws MigrateError `migrate.locked`, `migrate.unwritten`
 */
export function lock(path: string, what: string): () => void {
  const content = `${process.pid} ${hostname()} ${startedAt(process.pid)}\n`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeLock(path, content);
      held.add(resolve(path));
      return () => {
        held.delete(resolve(path));
        if (readLock(path) === content) unlinkSync(path);
      };
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw unlockable(what, error);
    }
    const found = readLock(path);
    if (found === undefined) continue;
    // Written and not yet filled by somebody else, or torn; whichever, it is not for us to wait.
    if (found !== "" && !isAlive(found, path)) removeStale(path, found);
    else break;
  }
  throw new MigrateError(
    "migrate.locked",
    `Another run is at work on ${what}.`,
    `Wait for it, or give another path. If there is none, remove the file beside ${what} that ends in \`.lock\`.`,
  );
}
