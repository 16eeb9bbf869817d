// Names the packages whose version was not released. In a workflow it also says, as the output `any` of its step, whether
// there are some: nobody has to approve that nothing is published.
import { appendFileSync } from "node:fs";
import { root } from "../../scripts/lib/run.mjs";
import { publishedManifests } from "../packed/published.mjs";
import { git } from "./history.mjs";
import { tagOf, withoutRelease } from "./releases.mjs";

const unreleased = withoutRelease(publishedManifests(), git(root, ["ls-remote", "--tags", "origin"]));
console.log(
  unreleased.length === 0 ? "Everything is released." : unreleased.map(({ manifest }) => tagOf(manifest)).join("\n"),
);
const file = process.env["GITHUB_OUTPUT"];
if (file !== undefined) appendFileSync(file, `any=${unreleased.length > 0}\n`);
