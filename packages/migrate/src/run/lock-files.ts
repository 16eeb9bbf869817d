import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { lock } from "../journal/lock.js";
import type { MigrateOptions } from "../migrate-options.js";

/** Where a file is or will be, however it is called: by links, or through other folders. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** The lock that belongs to a file that a run writes. */
export function lockOf(path: string): string {
  return `${realPath(resolve(path))}.lock`;
}

/**
 * Keeps every file that a run writes from a second one: two runs with journals of their own may still have one output.
 * Rejects of a run whose output is a stream are made by it alone or not at all, so that no lock is left where there was
 * no file; those that are there already may be another run's.
 *
 * @returns how to give them back.
 * @throws MigrateError `migrate.locked`, `migrate.unwritten`; nothing stays locked then.
 */
export function lockFiles({ output, rejects }: MigrateOptions, journal: string | undefined): () => void {
  const isStream = typeof output !== "string";
  const files: readonly (readonly [what: string, path: string | undefined])[] = [
    ["the output", isStream ? undefined : output],
    ["the file of rejects", isStream && !existsSync(rejects) ? undefined : rejects],
    ["the journal", journal],
  ];
  const held: (() => void)[] = [];
  const unlock = (): void => {
    for (const giveBack of held.splice(0)) giveBack();
  };
  try {
    for (const [what, path] of files) if (path !== undefined) held.push(lock(lockOf(path), what));
  } catch (error) {
    unlock();
    throw error;
  }
  return unlock;
}
