// Where a branch began, which is what checks of a change compare with.
import { execFileSync } from "node:child_process";
import { root } from "../../scripts/lib/run.mjs";

/** @param {string} folder @param {readonly string[]} args */
export function git(folder, args) {
  const stdio = /** @type {const} */ (["ignore", "pipe", "pipe"]);
  // Lock files are large.
  return execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio, maxBuffer: 64 * 1024 * 1024 });
}

/**
 * The commit at which this line of work left the other one; `undefined` where the clone does not hold it.
 *
 * @param {string} folder
 * @param {string} reference
 */
export function mergeBase(folder, reference) {
  try {
    return git(folder, ["merge-base", reference, "HEAD"]).trim();
  } catch {
    return undefined;
  }
}

/**
 * The commit at which this branch began, by the words of the command:
 *
 *   --since=<commit or branch>   default: origin/main, or main where there is no such branch
 *
 * Where there is none, says so and decides about the exit code: asked for by name it is a mistake, and else nothing can be
 * said, as in a shallow clone, which ends before the branch began.
 */
export function beginningOfBranch() {
  const since = process.argv.find((word) => word.startsWith("--since="))?.slice("--since=".length);
  const references = since === undefined ? ["origin/main", "main"] : [since];
  const base = references.map((reference) => mergeBase(root, reference)).find((commit) => commit !== undefined);
  if (base === undefined) {
    console.error(`SKIPPED: no commit in common with ${references.join(" or ")}. Fetch the whole history for this.`);
    process.exitCode = since === undefined ? 0 : 1;
  }
  return base;
}
