// What a released revision asks for, held to the letter: no vector of it goes, and none asks for something else.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { canonicalText, readVectorText } from "./lib/files.mjs";
import { testsOf } from "./lib/lint.mjs";

const recordsFolder = new URL("./frozen/", import.meta.url);

export const recordOf = (revision) => new URL(`${revision}.json`, recordsFolder);

/** The secrets that a test names, so that another text under the same id is seen. */
function keysOf({ input, content }) {
  const names = [input.key, ...(input.keys ?? []), input.token?.sign?.key].filter((name) => name !== undefined);
  return content.keys.filter(({ id }) => names.includes(id)).map(({ id, text }) => ({ id, text }));
}

/** What a test asks, whoever it is told to and however it is explained. */
function digestOf(entry, level) {
  const { input, test, requires } = entry;
  const asked = { input, expect: test.expect, requires, level, keys: keysOf(entry) };
  return createHash("sha256").update(canonicalText(asked)).digest("hex").slice(0, 16);
}

/**
 * A digest of what each vector asks, by id.
 *
 * @param {readonly { path: string, content: any }[]} files
 * @returns {Map<string, string>}
 */
export function digestsOf(files) {
  return new Map(
    files.flatMap(({ path, content }) =>
      content.groups.flatMap((group) =>
        testsOf({ path, content: { ...content, groups: [group] } }).map((entry) => [
          entry.id,
          digestOf(entry, group.level),
        ]),
      ),
    ),
  );
}

/**
 * What is wrong with the vectors by one frozen revision.
 *
 * @param {{ revision: number, ids: readonly string[] }} requirements
 * @param {{ digests: Readonly<Record<string, string | undefined>> }} record
 * @param {readonly { path: string, content: any }[]} files
 * @param {readonly string[]} retired
 * @returns {string[]}
 */
export function frozenProblems({ revision, ids }, { digests }, files, retired) {
  const now = digestsOf(files);
  const asked = new Set(ids);
  const gone = ids.filter((id) => !now.has(id));
  const changed = ids.filter((id) => now.has(id) && now.get(id) !== digests[id]);
  const dropped = Object.keys(digests).filter((id) => !asked.has(id) && !retired.includes(id));
  return [
    ...gone.map((id) => `${id}: revision ${revision} asks for it, and it is gone`),
    ...changed.map((id) => `${id}: revision ${revision} is frozen, and the vector asks for something else`),
    ...dropped.map(
      (id) => `${id}: revision ${revision} asked for it, and retired.json does not say why it no longer does`,
    ),
  ];
}

/** The same for every revision that is frozen. */
export function allFrozenProblems(files, retired) {
  if (!existsSync(recordsFolder)) return [];
  return readdirSync(recordsFolder)
    .sort()
    .flatMap((name) => {
      const requirements = readVectorText(`requirements/${name}`);
      if (requirements === undefined) return [`requirements/${name} is gone, and the revision is frozen`];
      const record = JSON.parse(readFileSync(new URL(name, recordsFolder), "utf8"));
      return frozenProblems(JSON.parse(requirements), record, files, retired);
    });
}
