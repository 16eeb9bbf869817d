import { type BigIntStats, fstatSync, lstatSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type FileOption, MigrateError, systemCode } from "../migrate-error.js";
import type { MigrateOptions } from "../migrate-options.js";
import { lockOf } from "./lock-files.js";

const numbersOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`;

/** What tells one file from another, however it is called: by links, or through other folders. */
function identityOf(path: string): string {
  try {
    return numbersOf(statSync(path, { bigint: true }));
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(identityOf(folder), basename(path));
  }
}

function inputIdentity(input: MigrateOptions["input"]): string | undefined {
  if ("path" in input) return identityOf(resolve(input.path));
  return "fd" in input ? numbersOf(fstatSync(input.fd, { bigint: true })) : undefined;
}

type Kind = "file" | "folder" | "other" | "nothing" | "unknown";

function kindOf(path: string): Kind {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return "nothing";
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch {
    // Such as a folder that nobody may look into: opening the file says so.
    return "unknown";
  }
}

/** Nothing can be made under the name of such a link, which would show only when the first byte is to be written. */
function leadsNowhere(path: string): boolean {
  try {
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return false;
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch (error) {
    return systemCode(error) === "ELOOP";
  }
}

/** What is wrong is told before the first token, and by the file that was given: others are made beside it. */
function checkPlace(what: string, option: FileOption, path: string): void {
  if (path === "") throw new MigrateError("migrate.options", `${what} has no name.`, "Give a path.", { option });
  const folder = kindOf(dirname(resolve(path)));
  if (folder !== "folder" && folder !== "unknown") {
    const message = `${what} cannot be written: its folder does not exist.`;
    throw new MigrateError("migrate.options", message, "Make the folder, or give another path.", { option });
  }
  if (option === "journal") return;
  const kind = kindOf(path);
  const is = leadsNowhere(path)
    ? "is a link that leads nowhere"
    : kind === "folder" || kind === "other"
      ? "is no regular file"
      : undefined;
  if (is === undefined) return;
  throw new MigrateError("migrate.output-exists", `${what} ${is}.`, "Give the path of a file.", { option });
}

/**
 * Input, output, rejects and journal have to be four files: else a run that begins anew empties its own input. What is to
 * be written needs a folder.
 *
 * @throws MigrateError `migrate.options`, `migrate.output-exists`
 */
export function checkFiles({ input, output, rejects }: MigrateOptions, journal: string | undefined): void {
  const written = typeof output === "string" ? output : undefined;
  if (written !== undefined) checkPlace("The output", "output", written);
  checkPlace("The file of rejects", "rejects", rejects);
  if (journal !== undefined) checkPlace("The journal", "journal", journal);
  const identityIn = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : identityOf(resolve(path));
  const files: readonly (readonly [string, string | undefined])[] = [
    ["the input", inputIdentity(input)],
    ["the output", identityIn(written)],
    ["the file of rejects", identityIn(rejects)],
    ["the journal", identityIn(journal)],
    ["the lock of the output", identityIn(written === undefined ? undefined : lockOf(written))],
    ["the lock of the rejects", identityIn(lockOf(rejects))],
    ["the lock of the journal", identityIn(journal === undefined ? undefined : lockOf(journal))],
  ];
  const names = new Map<string, string>();
  for (const [name, identity] of files) {
    if (identity === undefined) continue;
    const other = names.get(identity);
    if (other !== undefined) {
      const message = `${name.replace("the", "The")} and ${other} are one file.`;
      throw new MigrateError("migrate.options", message, "Give each a path of its own.");
    }
    names.set(identity, name);
  }
}
