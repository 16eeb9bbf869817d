// What belongs to the release of one package: its words and its files.

/**
 * @param {string} tag as `changeset publish` makes it: `@roompass/core@1.2.0`
 */
export function readTag(tag) {
  const at = tag.lastIndexOf("@");
  return at > 0 ? { name: tag.slice(0, at), version: tag.slice(at + 1) } : undefined;
}

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
