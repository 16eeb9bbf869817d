import { type BigIntStats, fstatSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { MigrateError } from "../migrate-error.js";
import type { MigrateOptions } from "../migrate-options.js";

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

/**
 * Input, output, rejects and journal have to be four files: else a run that begins anew empties its own input.
 *
 * @throws MigrateError `migrate.options`
 */
export function checkFiles({ input, output, rejects }: MigrateOptions, journal: string | undefined): void {
  const files: readonly (readonly [string, string | undefined])[] = [
    ["the input", inputIdentity(input)],
    ["the output", typeof output === "string" ? identityOf(resolve(output)) : undefined],
    ["the file of rejects", identityOf(resolve(rejects))],
    ["the journal", journal === undefined ? undefined : identityOf(resolve(journal))],
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
