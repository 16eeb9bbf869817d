// After everything was published: a release on the code host for each version that has none, with its tag at this commit, the
// words of its changelog, its bill of materials and, for an adapter, the report of its conformance. May run again: what is
// there stays. A package that was published before the job stopped half way gets its release then.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";
import { git } from "./history.mjs";
import { attachmentsOf, notesOf, tagOf, withoutRelease } from "./releases.mjs";

const commit = git(root, ["rev-parse", "HEAD"]).trim();
const unreleased = withoutRelease(publishedManifests(), git(root, ["ls-remote", "--tags", "origin"]));
const missing = unreleased.flatMap(attachmentsOf).filter((file) => !existsSync(join(root, file)));
if (missing.length > 0) throw new Error(`${missing.join(", ")} is missing. Run: npm run sbom, make-reports.mjs`);

for (const one of unreleased) {
  const tag = tagOf(one.manifest);
  const changelog = join(root, one.directory, "CHANGELOG.md");
  const notes = existsSync(changelog) ? notesOf(readFileSync(changelog, "utf8"), one.manifest.version) : "";
  // None is the latest: each package has its own.
  const words = ["--title", tag, "--notes", notes, "--target", commit, "--latest=false"];
  const { code } = await run("gh", ["release", "create", tag, ...words, ...attachmentsOf(one)], { show: true });
  if (code !== 0) process.exit(code);
}
console.log(`${unreleased.length} releases made.`);
