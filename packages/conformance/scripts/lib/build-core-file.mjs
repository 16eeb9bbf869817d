// Makes a core vector file of a table: ids and phases written out, and each test in a group that requires what it needs.
import { coreNotes } from "../tables/core-notes.mjs";
import { keys } from "../tables/core-words.mjs";
import { now } from "../tables/words.mjs";
import { claimsNeeded } from "./claims-needed.mjs";
import { phasesOf } from "./phases.mjs";

const given = (name, value) => (value === undefined ? {} : { [name]: value });

/** What a test of an operation needs, whatever it is about. */
const requirements = { verify: "verify", "encode-example": "issue" };

function expectationOf({ refused, accepted = {}, path }) {
  if (refused === undefined) return { outcome: "ok", ...accepted };
  return { outcome: "error", phase: phasesOf(refused), anyOf: refused, ...given("path", path) };
}

function buildTest(test, prefix) {
  return {
    id: prefix + test.id,
    comment: test.comment,
    flags: test.flags,
    ...given("twin", test.twin === undefined ? undefined : prefix + test.twin),
    input: test.input,
    expect: expectationOf(test),
  };
}

/** The tests by what they require, in the order of the first of each. */
function partition(group, table) {
  const parts = new Map();
  for (const test of group.tests) {
    const built = buildTest(test, `core.${table.category}.`);
    const own = [...claimsNeeded({ token: built.input.token, expect: built.expect }), ...(test.requires ?? [])];
    const key = [...new Set(own)].join(" ");
    parts.set(key, [...(parts.get(key) ?? []), built]);
  }
  return [...parts];
}

function buildGroups(group, table) {
  const parts = partition(group, table);
  const op = group.op ?? "verify";
  return parts.map(([needed, tests]) => ({
    title: needed === "" || parts.length === 1 ? group.title : `${group.title} (${needed})`,
    requires: [requirements[op], ...(group.requires ?? []), ...needed.split(" ").filter((name) => name !== "")],
    ...given("except", group.except),
    level: group.level ?? "MUST",
    since: 1,
    source: group.source,
    spec: group.spec,
    input: { op, key: "signer", ...group.shared },
    tests,
  }));
}

function keysOf(groups) {
  const named = groups.flatMap(({ input, tests }) =>
    [input, ...tests.map((test) => test.input)].flatMap((one) => [one.key, one.token?.sign?.key, ...(one.keys ?? [])]),
  );
  return keys.filter(({ id }) => named.includes(id));
}

/** The path below `vectors` and the content of a core table's file. */
export function buildCoreFile(table) {
  const groups = table.groups.flatMap((group) => buildGroups(group, table));
  const used = new Set(groups.flatMap(({ tests }) => tests.flatMap(({ flags }) => flags)));
  return {
    path: `core/${table.file}.json`,
    content: {
      formatVersion: 1,
      suite: "core",
      category: table.category,
      title: table.title,
      now,
      keys: keysOf(groups),
      notes: Object.fromEntries(Object.entries(coreNotes).filter(([flag]) => used.has(flag))),
      groups,
    },
  };
}
