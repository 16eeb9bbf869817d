// Which published packages changed since a commit, and which of them no changeset speaks of.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { git } from "./history.mjs";

/** What is in a package's folder and never part of what a user gets, or said by itself. */
const NOT_PUBLISHED =
  /^(?:test|examples)\/|(?:^|\/)testing\/|\.test(?:-d)?\.ts$|\.md$|^(?:tsconfig[^/]*\.json|vitest\.config\.ts)$/;

/** Committed, uncommitted and new files. */
function changedFiles(folder, base) {
  const changed = git(folder, ["diff", "--name-only", "-z", base]).split("\0");
  const added = git(folder, ["ls-files", "--others", "--exclude-standard", "-z"]).split("\0");
  return [...new Set([...changed, ...added])].filter((path) => path !== "");
}

function versionAt(folder, base, directory) {
  try {
    return JSON.parse(git(folder, ["show", `${base}:${directory}/package.json`])).version;
  } catch {
    return undefined;
  }
}

/**
 * The packages that a changeset names. One that names none says that users notice nothing of the whole change.
 *
 * @param {string} text
 * @returns {string[] | undefined} `undefined` for a text without front matter
 */
export function packagesOf(text) {
  const front = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text)?.[1];
  if (front === undefined) return undefined;
  return [...front.matchAll(/^["']?([^"':\s]+)["']?\s*:\s*(?:patch|minor|major)\s*$/gm)].map((match) => match[1] ?? "");
}

/**
 * @param {string} folder the root of the repository
 * @param {string} base a commit
 */
export function changedWithoutChangeset(folder, base) {
  const files = changedFiles(folder, base);
  const changesets = files
    .filter((path) => /^\.changeset\/(?!README)[^/]+\.md$/.test(path) && existsSync(join(folder, path)))
    .map((path) => packagesOf(readFileSync(join(folder, path), "utf8")));
  const isDeclaredSilent = changesets.some((names) => names?.length === 0);
  const spokenOf = new Set(changesets.flatMap((names) => names ?? []));
  const changed = readdirSync(join(folder, "packages"))
    .map((name) => `packages/${name}`)
    .filter((directory) => existsSync(join(folder, directory, "package.json")))
    .map((directory) => ({
      directory,
      manifest: JSON.parse(readFileSync(join(folder, directory, "package.json"), "utf8")),
      files: files
        .filter((path) => path.startsWith(`${directory}/`) && !NOT_PUBLISHED.test(path.slice(directory.length + 1)))
        .sort(),
    }))
    .filter((entry) => entry.manifest.private !== true && entry.files.length > 0);
  const silent = changed.filter(
    ({ directory, manifest }) =>
      !isDeclaredSilent &&
      !spokenOf.has(manifest.name) &&
      // `changeset version` writes the version and takes the changesets away.
      (versionAt(folder, base, directory) ?? manifest.version) === manifest.version,
  );
  return {
    changed: changed.map(({ manifest }) => manifest.name),
    silent: silent.map(({ manifest, files: own }) => ({ name: manifest.name, files: own })),
  };
}
