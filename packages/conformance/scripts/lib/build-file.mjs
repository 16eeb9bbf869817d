// Makes a vector file of a table: ids written out, tokens signed, everything in one order.
import { notes } from "../tables/notes.mjs";
import { now } from "../tables/words.mjs";
import { signToken, usualHeader } from "./token.mjs";

/** A member, or nothing where the table says nothing. */
const given = (name, value) => (value === undefined ? {} : { [name]: value });

/** Without the members that a table took out. */
const written = (value) => JSON.parse(JSON.stringify(value));

const keyFor = (table) => table.keys.find(({ use }) => use === "sign");

function decodeTest(test, table) {
  const key = keyFor(table);
  const isPublished = test.token !== undefined;
  const claims = written(test.claims);
  return {
    input: {
      ...(isPublished ? {} : { key: key.id }),
      token: test.token ?? signToken(test.header ?? usualHeader, claims, key.text),
      ...given("room", test.room),
    },
    expect: {
      outcome: "ok",
      ...given("header", test.header),
      claims,
      grant: written(test.grant),
      issuance: test.issuance ?? table.issuance,
      ...(test.residue === null ? {} : { residue: test.residue ?? {} }),
      unknown: test.unknown ?? {},
      findings: test.findings ?? [],
      ...given("authority", test.authority),
    },
  };
}

function recognizeTest(test, table) {
  const key = keyFor(table);
  return {
    input: { key: key.id, token: signToken(test.header ?? usualHeader, written(test.claims), key.text) },
    expect: { outcome: "ok", recognized: test.recognized },
  };
}

function encodeExpectation(test, group, table) {
  if (test.expect !== undefined) return test.expect;
  if (test.body !== undefined) return { outcome: "ok", request: { ...table.request, body: table.wrap(test.body) } };
  const claims = written(test.claims);
  const token = signToken(usualHeader, claims, keyFor(table).text);
  return {
    outcome: "ok",
    ...given("properties", test.properties),
    claims,
    ...(group.canonical === true ? { canonical: true, token } : {}),
    ...given("report", test.report),
  };
}

function encodeTest(test, table, group) {
  return { input: { grant: test.grant }, expect: encodeExpectation(test, group, table) };
}

const builders = { decode: decodeTest, encode: encodeTest, recognize: recognizeTest };

/** What an adapter has to offer for a way of issuing. */
const requirements = { sign: ["issue.jwt"], request: ["issue.api"] };

function buildGroup(group, table) {
  const prefix = `${table.vendor}.${table.category}.`;
  // Whose a token is belongs to reading it.
  const op = group.op ?? table.category;
  const input = { op, ...table.shared, ...group.shared };
  return {
    title: group.title,
    requires: requirements[input.method] ?? [],
    level: group.level ?? "MUST",
    since: 1,
    source: table.source,
    spec: group.spec,
    input,
    tests: group.tests.map((test) => ({
      id: prefix + test.id,
      comment: test.comment,
      flags: test.flags,
      ...given("twin", test.twin === undefined ? undefined : prefix + test.twin),
      ...given("source", test.source),
      ...builders[op](test, table, group),
    })),
  };
}

function notesFor(groups) {
  const used = new Set(groups.flatMap(({ tests }) => tests.flatMap(({ flags }) => flags)));
  return Object.fromEntries(Object.entries(notes).filter(([flag]) => used.has(flag)));
}

/** The path below `vectors` and the content of a table's file. */
export function buildFile(table) {
  const groups = table.groups.map((group) => buildGroup(group, table));
  const suite = `vendor/${table.vendor}`;
  return {
    path: `${suite}/${table.category}.json`,
    content: {
      formatVersion: 1,
      suite,
      category: table.category,
      title: table.title,
      now,
      keys: table.keys,
      notes: notesFor(groups),
      groups,
    },
  };
}
