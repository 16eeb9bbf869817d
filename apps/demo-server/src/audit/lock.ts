import { readFile, rm, writeFile } from "node:fs/promises";
import { AuditFileError } from "./audit-file-error.js";

export interface Lock {
  release(): Promise<void>;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's, and alive.
    return (error as { readonly code?: unknown }).code === "EPERM";
  }
}

async function create(path: string): Promise<boolean> {
  try {
    await writeFile(path, String(process.pid), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "EEXIST") return false;
    throw AuditFileError.of(error);
  }
}

/**
 * Two processes that append to one chain would fork it. A lock whose process is gone, or is this one (as after a restart in
 * a container, where every process is the first), is taken over.
 */
export async function takeLock(file: string): Promise<Lock> {
  const path = `${file}.lock`;
  if (!(await create(path))) {
    const owner = Number(await readFile(path, "utf8").catch(() => ""));
    const isOurs = owner === process.pid && !held.has(path);
    if (Number.isSafeInteger(owner) && owner > 0 && !isOurs && isAlive(owner)) {
      // After a crash and a restart of the machine the same number may be somebody else's, and the lock lasts for ever.
      throw new AuditFileError(
        `ROOMPASS_AUDIT_FILE is another running process's, by its number ${owner}. Give each instance a file of its own; a chain has one writer. Where ${owner} is no roompass, a crash left the lock: remove the file's \`.lock\`.`,
      );
    }
    await rm(path, { force: true });
    if (!(await create(path)))
      throw new AuditFileError(
        "ROOMPASS_AUDIT_FILE was taken by another process just now. Give each instance a file of its own.",
      );
  }
  held.add(path);
  return {
    async release() {
      held.delete(path);
      await rm(path, { force: true });
    },
  };
}

/** What this very process holds. */
const held = new Set<string>();
