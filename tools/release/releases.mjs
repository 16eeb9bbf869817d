// What belongs to the release of one package: its tag, its words and its files.

/** @param {{ name: string, version: string }} manifest */
export const tagOf = ({ name, version }) => `${name}@${version}`;

/**
 * The packages whose version was not released: the release is the last thing that is made of a version, and its tag comes
 * with it.
 *
 * @template {{ manifest: { name: string, version: string } }} One
 * @param {readonly One[]} published
 * @param {string} listed what `git ls-remote --tags` prints
 * @returns {One[]}
 */
export function withoutRelease(published, listed) {
  const tags = new Set([...listed.matchAll(/\trefs\/tags\/(\S+)/g)].map((match) => match[1]));
  return published.filter(({ manifest }) => !tags.has(tagOf(manifest)));
}

/**
 * The tag at npm that moves to a version which is no release yet, `next` for `1.0.0-next.1`; `undefined` for `latest`.
 *
 * @param {string} version
 */
export const distTagOf = (version) => /^\d+\.\d+\.\d+-([^.+]+)/.exec(version)?.[1];

/**
 * The part of a changelog about one version, without its heading.
 *
 * @param {string} changelog
 * @param {string} version
 */
export function notesOf(changelog, version) {
  const lines = changelog.split("\n");
  const start = lines.indexOf(`## ${version}`);
  if (start === -1) return "";
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith("## "));
  return lines
    .slice(start + 1, length === -1 ? undefined : start + 1 + length)
    .join("\n")
    .trim();
}

/**
 * The files that are attached: the bill of materials, and for an adapter the report of its conformance.
 *
 * @param {{ directory: string, manifest: { name: string, version: string, roompass?: { kind?: string } } }} one
 */
export function attachmentsOf({ directory, manifest: { name, version, roompass } }) {
  const folder = directory.slice("packages/".length);
  const report = `${folder}/${name.replace(/^@/, "").replaceAll("/", "-")}@${version}.json`;
  return [
    `reports/sbom/${folder}.cdx.json`,
    ...(roompass?.kind === "adapter" ? [`reports/conformance/${report}`] : []),
  ];
}
