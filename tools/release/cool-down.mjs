// A version that has just been published waits before it comes into the lock file: most hijacked releases are found and
// withdrawn within days. Names every version that is in the lock file and was not in it where this branch began, and that
// is younger than a week.
//
//   --since=<commit or branch>   default: origin/main, or main where there is no such branch
//
// Exceptions, such as the repair of a vulnerability, are in cool-down-exceptions.json as `"name@version": "reason"`.
// Needs the package server. What it does not know is said, and fails on the build server only.
import { readFileSync } from "node:fs";
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

async function check(commit) {
  const before = JSON.parse(git(root, ["show", `${commit}:package-lock.json`]));
  const after = JSON.parse(readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"));
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
  console.log(
    `${young.length} new versions in package-lock.json are too young, of ${unknown.length} nothing is known.`,
  );
  process.exitCode = young.length > 0 || (unknown.length > 0 && process.env["CI"] !== undefined) ? 1 : 0;
}

const base = beginningOfBranch();
if (base !== undefined) await check(base);
