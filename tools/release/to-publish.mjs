// Whether there is something to publish: a version that was not released, and no changeset that waits to be applied. Names
// those versions, and in a workflow says so as the output `any` of its step: nobody has to approve that nothing is published.
import { appendFileSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";
import { packagesOf } from "./changed-packages.mjs";
import { git } from "./history.mjs";
import { tagOf, withoutRelease } from "./releases.mjs";

const folder = join(root, ".changeset");
// One that names no package changes no version.
const waiting = readdirSync(folder)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .filter((name) => packagesOf(readFileSync(join(folder, name), "utf8"))?.length !== 0);
const unreleased = withoutRelease(publishedManifests(), git(root, ["ls-remote", "--tags", "origin"]));
for (const { manifest } of unreleased) console.log(tagOf(manifest));
console.log(`${unreleased.length} versions without a release, ${waiting.length} changesets to be applied first.`);
const output = process.env["GITHUB_OUTPUT"];
if (output !== undefined) appendFileSync(output, `any=${unreleased.length > 0 && waiting.length === 0}\n`);
