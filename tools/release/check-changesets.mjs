// npm run check:changesets: every published package that changed since this branch left the main one is named by a
// changeset of the branch. A changeset that names no package (`npx changeset --empty`) says that users notice nothing.
//
//   --since=<commit or branch>   default: origin/main, or main where there is no such branch
import { root } from "../../scripts/lib/run.mjs";
import { changedWithoutChangeset } from "./changed-packages.mjs";
import { beginningOfBranch } from "./history.mjs";

const base = beginningOfBranch();
if (base !== undefined) {
  const { changed, silent } = changedWithoutChangeset(root, base);
  for (const { name, files } of silent) {
    console.error(
      `${name} changed and has no changeset: ${files.slice(0, 3).join(", ")}${files.length > 3 ? ", …" : ""}`,
    );
  }
  if (silent.length > 0) console.error("\nCure: npx changeset, or npx changeset --empty if users notice nothing");
  console.log(
    `${changed.length} published packages changed since ${base.slice(0, 7)}, ${silent.length} without a changeset.`,
  );
  process.exitCode = silent.length === 0 ? 0 : 1;
}
