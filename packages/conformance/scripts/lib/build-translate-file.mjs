// Makes a file of vectors about two vendors of a table: each row once for each vendor that it names, lines of reports
// written out path by path.
import { notes } from "../tables/notes.mjs";
import { now } from "../tables/words.mjs";

const given = (name, value) => (value === undefined ? {} : { [name]: value });

/** Without the members that a table took out. */
const written = (value) => JSON.parse(JSON.stringify(value));

function jsonAtEnd(text) {
  for (let space = text.indexOf(" "); space > 0; space = text.indexOf(" ", space + 1)) {
    try {
      return { setting: text.slice(0, space), value: JSON.parse(text.slice(space + 1)) };
    } catch {
      // The setting itself has a space.
    }
  }
  return { setting: text };
}

/** `room enable_knocking true`, `policy narrow.expiresAt`. */
export function remedyOf(text) {
  const space = text.indexOf(" ");
  return { where: text.slice(0, space), ...jsonAtEnd(text.slice(space + 1)) };
}

/** `rights.publish{microphone,camera}` stands for two paths. */
function pathsOf(text) {
  const [, parent, children] = /^(.*)\{(.*)\}$/.exec(text) ?? [];
  return parent === undefined ? [text] : children.split(",").map((child) => `${parent}.${child}`);
}

/** `narrowed rights.admit, try: policy vouch {"admit":true}`; refusals are lines without a kind. */
export function entriesOf(line, hasKind) {
  const [what, remedy] = line.split(", try: ");
  const space = hasKind ? what.indexOf(" ") : -1;
  return pathsOf(what.slice(space + 1)).map((path) => ({
    path,
    ...(hasKind ? { kind: what.slice(0, space) } : {}),
    ...given("remedy", remedy === undefined ? undefined : remedyOf(remedy)),
  }));
}

/** A table may leave out remedies, and with them what the client and the room need, where it is about something else. */
function expectationOf({ refused, properties, report, join = {}, room, unknown }, { remedies = true }) {
  const compared = remedies ? {} : { remedies };
  if (refused !== undefined) {
    const refusals = refused.flatMap((line) => entriesOf(line, false));
    return { outcome: "error", phase: "translate", anyOf: ["translate.refused"], refusals, ...compared };
  }
  return {
    outcome: "ok",
    properties: written(properties),
    report: report.flatMap((line) => entriesOf(line, true)),
    ...(remedies ? { join, roomRequirements: room.map(remedyOf) } : compared),
    ...given("unknown", unknown),
  };
}

/** What a refusal is about, by the first path that is refused. */
const flagsByPath = [
  [/^(unknown|extensions)\./, "UnknownMember"],
  [/^claims\./, "UnreadableClaim"],
  [/^(expiresAt|notBefore|stay)/, "TimeClaim"],
  [/^room$/, "EveryRoom"],
  [/^participant\.id$/, "Identity"],
  [/^entry$/, "EntryRequest"],
  [/^purpose$/, "Purpose"],
  [/^rights\./, "CannotBeHeld"],
];

function flagsOf({ policy = {} }, { refused }) {
  if (refused !== undefined) return [flagsByPath.find(([pattern]) => pattern.test(refused[0].split(", try: ")[0]))[1]];
  if (policy.allowWidening !== undefined) return ["AllowedWidening"];
  return [Object.keys(policy).length > 0 ? "CallersPolicy" : "Translated"];
}

/** The row's own twin where that passes at this vendor, else the plain token. */
function twinOf(row, to, { groups, plain }) {
  const named = groups.flatMap(({ rows }) => rows).find(({ id }) => id === row.twin);
  return named?.becomes[to]?.properties === undefined ? plain : row.twin;
}

function buildTest(row, to, table) {
  const becomes = row.becomes[to];
  const idOf = (id) => `${table.vendor}.${table.category}.${id}.${to}`;
  const twin = becomes.refused === undefined ? undefined : idOf(twinOf(row, to, table));
  return {
    id: idOf(row.id),
    comment: `${row.comment}, to ${to}`,
    flags: row.flags ?? flagsOf(row, becomes),
    ...given("twin", twin),
    input: { from: written(row.claims), ...given("policy", row.policy) },
    expect: expectationOf(becomes, table),
  };
}

/** The path below `vectors` and the content of a table's file. */
export function buildTranslateFile(table) {
  const groups = table.groups.flatMap(({ title, rows }) =>
    [...new Set(rows.flatMap(({ becomes }) => Object.keys(becomes)))].sort().map((to) => ({
      title: `${title}, to ${to}`,
      requires: [`partner.${to}`],
      level: "MUST",
      since: 1,
      source: table.source,
      spec: table.spec,
      input: { op: "translate", to },
      tests: rows.filter(({ becomes }) => becomes[to] !== undefined).map((row) => buildTest(row, to, table)),
    })),
  );
  const used = new Set(groups.flatMap(({ tests }) => tests.flatMap(({ flags }) => flags)));
  return {
    path: `vendor/${table.vendor}/${table.category}.json`,
    content: {
      formatVersion: 1,
      suite: `vendor/${table.vendor}`,
      category: table.category,
      title: table.title,
      now,
      keys: [],
      notes: Object.fromEntries(Object.entries(notes).filter(([flag]) => used.has(flag))),
      groups,
    },
  };
}
