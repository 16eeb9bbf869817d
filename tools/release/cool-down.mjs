// A version that has just been published waits before it comes into a lock file: most hijacked releases are found and
// withdrawn within days. Names every version that is in a lock file of the repository, was in none where this branch began,
// and is younger than a week.
//
//   --since=<commit or branch>   default: origin/main, or main where there is no such branch
//
// Exceptions, such as the repair of a vulnerability, are in cool-down-exceptions.json as `"name@version": "reason"`.
// Needs the package server. What it does not know is said, and fails on the build server only.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askNpm, root } from "../../scripts/lib/run.mjs";
import { beginningOfBranch, git } from "./history.mjs";
import { addedVersions, judgeAges } from "./versions.mjs";

const DAYS = 7;
const AT_ONCE = 6;
const exceptions = JSON.parse(readFileSync(new URL("./cool-down-exceptions.json", import.meta.url), "utf8"));

/** When each version of a package was published; `undefined` when the package server cannot be asked. */
function timesOf(name) {
  return askNpm(["view", name, "time"]).catch(() => undefined);
}

/** All lock files in a list of paths as one: that of the workspaces, and those of the folders that are installed apart. */
function locksIn(paths, read) {
  const files = paths.split("\0").filter((path) => /(?:^|\/)package-lock\.json$/.test(path));
  const entries = files.flatMap((file) =>
    Object.entries(JSON.parse(read(file)).packages).map(([place, entry]) => [`${file}/${place}`, entry]),
  );
  return { packages: Object.fromEntries(entries) };
}

async function check(commit) {
  const atBeginning = git(root, ["ls-tree", "-r", "-z", "--name-only", commit]);
  const before = locksIn(atBeginning, (file) => git(root, ["show", `${commit}:${file}`]));
  const after = locksIn(git(root, ["ls-files", "-z"]), (file) => readFileSync(join(root, file), "utf8"));
  const wanted = addedVersions(before, after)
    .map(([name, versions]) => [name, versions.filter((version) => exceptions[`${name}@${version}`] === undefined)])
    .filter(([, versions]) => versions.length > 0);
  const young = [];
  const unknown = [];
  while (wanted.length > 0) {
    await Promise.all(
      wanted.splice(0, AT_ONCE).map(async ([name, versions]) => {
        const ages = judgeAges(versions, await timesOf(name), Date.now(), DAYS);
        young.push(...ages.young.map((version) => `${name}@${version}`));
        unknown.push(...ages.unknown.map((version) => `${name}@${version}`));
      }),
    );
  }
  for (const version of young.sort()) console.error(`younger than ${DAYS} days: ${version}`);
  for (const version of unknown.sort()) console.error(`NOT CHECKED, no time known: ${version}`);
  console.log(`${young.length} new versions in lock files are too young, of ${unknown.length} nothing is known.`);
  process.exitCode = young.length > 0 || (unknown.length > 0 && process.env["CI"] !== undefined) ? 1 : 0;
}

const base = beginningOfBranch();
if (base !== undefined) await check(base);
