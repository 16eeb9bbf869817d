// After `changeset publish`: a release on the code host for each package that was just published, with the words of its
// changelog, its bill of materials and, for an adapter, the report of its conformance. May run again: what is there stays.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../../scripts/lib/run.mjs";
import { git } from "./changed-packages.mjs";
import { publishedManifests } from "./published.mjs";
import { attachmentsOf, notesOf, readTag } from "./releases.mjs";

const tags = git(root, ["tag", "--points-at", "HEAD"])
  .split("\n")
  .filter((tag) => tag !== "");

for (const tag of tags) {
  const { name, version } = readTag(tag) ?? {};
  const one = publishedManifests().find(({ manifest }) => manifest.name === name && manifest.version === version);
  if (one === undefined) continue;
  const files = attachmentsOf(one);
  const missing = files.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0)
    throw new Error(`${tag}: ${missing.join(", ")} is missing. Run: npm run sbom, make-reports.mjs`);
  git(root, ["push", "origin", `refs/tags/${tag}`]);
  if ((await run("gh", ["release", "view", tag])).code === 0) continue;
  const changelog = join(root, one.directory, "CHANGELOG.md");
  const notes = existsSync(changelog) ? notesOf(readFileSync(changelog, "utf8"), version) : "";
  const words = ["--title", tag, "--notes", notes, "--verify-tag"];
  const { code } = await run("gh", ["release", "create", tag, ...words, ...files], { show: true });
  if (code !== 0) process.exit(code);
}
console.log(`${tags.length} tags at this commit.`);
