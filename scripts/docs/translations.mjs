// docs/translating.md: translations that are really carried out, and their reports as they come back.
import { inspectToken, translate } from "@roompass/core";
import { importSecret, signCompact } from "@roompass/core/kit";
import { adapters } from "./adapter-tables.mjs";
import { cell, code, json, table } from "./lib/table.mjs";

// Fixed, so that the document changes only when the behaviour does.
const now = 1_800_000_000;
const hour = 3600;
const key = importSecret("TEST-only-key-for-the-documentation", { algorithm: "HS256" });

const DOMAIN = "11111111-2222-4333-8444-555555555555";
const dailyClaims = { r: "standup", d: DOMAIN, iat: now, exp: now + hour, u: "Alice", ud: "u_1" };
const videosdkClaims = {
  apikey: "TEST-project",
  permissions: ["allow_join"],
  version: 2,
  roomId: "2kyv-gzay-64pg",
  participantId: "u_1",
  roles: ["rtc"],
  iat: now,
  exp: now + hour,
};
const livekitClaims = {
  iss: "TEST-key",
  sub: "u_1",
  name: "Alice",
  video: { roomJoin: true, room: "standup" },
  iat: now,
  exp: now + hour,
};
const viewer = { ...livekitClaims, video: { ...livekitClaims.video, canPublish: false, canPublishData: false } };
const meteredData = { roomName: "standup", name: "Alice", externalUserId: "u_1", isAdmin: false, appName: "test-app" };

const toVideosdk = { rooms: { map: { standup: "2kyv-gzay-64pg" } } };
const fromVideosdk = { rooms: { map: { "2kyv-gzay-64pg": "standup" } } };
const meteredAdmin = {
  data: { ...meteredData, isAdmin: true, meta: "team=blue", notBeforeUnixSec: now + 60 },
  iat: now,
};
const { roomId: _roomId, ...everyRoom } = { ...videosdkClaims, permissions: ["allow_join", "allow_mod"] };
const { exp: _exp, ...withoutExpiry } = dailyClaims;

function example(from, what, claims, to, policy = {}) {
  return { from, what, claims, to, policy };
}

/** The examples of the table, in its order. */
const worked = {
  plain: example("daily", "a named participant", dailyClaims, "videosdk", toVideosdk),
  plainToMetered: example("daily", "a named participant", dailyClaims, "metered"),
  owner: example("daily", "an owner who may record", { ...dailyClaims, o: true, er: "cloud" }, "videosdk", toVideosdk),
  stay: example("daily", "removed after half an hour", { ...dailyClaims, eje: 1800 }, "videosdk", toVideosdk),
  stayToMetered: example("daily", "removed after half an hour", { ...dailyClaims, eje: 1800 }, "metered"),
  voice: example("daily", "may send sound only", { ...dailyClaims, p: { cs: "a" } }, "videosdk", toVideosdk),
  voiceToMetered: example("daily", "may send sound only", { ...dailyClaims, p: { cs: "a" } }, "metered"),
  voiceToLivekit: example("daily", "may send sound only", { ...dailyClaims, p: { cs: "a" } }, "livekit"),
  stayToLivekit: example("daily", "removed after half an hour", { ...dailyClaims, eje: 1800 }, "livekit"),
  viewerToDaily: example("livekit", "may receive only", viewer, "daily"),
  viewerSpeaking: example("livekit", "may receive only", viewer, "daily", {
    allowWidening: ["rights.publish.data"],
  }),
  viewerToVideosdk: example("livekit", "may receive only", viewer, "videosdk", toVideosdk),
  admin: example("metered", "an admin without an expiry", meteredAdmin, "daily"),
  adminNarrowed: example("metered", "an admin without an expiry", meteredAdmin, "daily", {
    narrow: { expiresIn: "1h" },
  }),
  adminVouched: example("metered", "an admin without an expiry", meteredAdmin, "daily", {
    narrow: { expiresIn: "1h" },
    vouch: { moderate: true, livestream: true, transcribe: true },
  }),
  guest: example("videosdk", "has to ask", { ...videosdkClaims, permissions: ["ask_join"] }, "daily", fromVideosdk),
  guestKnocking: example("videosdk", "has to ask", { ...videosdkClaims, permissions: ["ask_join"] }, "daily", {
    rooms: { ...fromVideosdk.rooms, target: { enable_knocking: true } },
  }),
  guestToMetered: example(
    "videosdk",
    "has to ask",
    { ...videosdkClaims, permissions: ["ask_join"] },
    "metered",
    fromVideosdk,
  ),
  everyRoom: example("videosdk", "a moderator of every room", everyRoom, "daily"),
  everyRoomNarrowed: example("videosdk", "a moderator of every room", everyRoom, "daily", {
    narrow: { room: "standup" },
  }),
  hidden: example("daily", "hidden", { ...dailyClaims, p: { hp: false } }, "videosdk", toVideosdk),
  hiddenToMetered: example("daily", "hidden", { ...dailyClaims, p: { hp: false } }, "metered"),
};

/** More examples, for single rows of the document. */
const further = {
  email: example(
    "metered",
    "with an address",
    {
      data: { ...meteredData, email: "alice@example.com", expireUnixSec: now + hour },
      iat: now,
    },
    "daily",
  ),
  voiceWidened: example("daily", "may send sound only", { ...dailyClaims, p: { cs: "a" } }, "videosdk", {
    ...toVideosdk,
    allowWidening: ["rights.publish"],
  }),
  endless: example("daily", "without an expiry", withoutExpiry, "metered"),
  unknown: example("daily", "with a claim that nobody knows", { ...dailyClaims, zone: "b" }, "metered"),
  strict: example("daily", "a named participant", dailyClaims, "metered", { strict: true }),
  required: example("daily", "an owner", { ...dailyClaims, o: true }, "videosdk", {
    ...toVideosdk,
    require: ["rights.moderate"],
  }),
  unmapped: example("daily", "a named participant", dailyClaims, "videosdk", {
    rooms: { map: { retro: "abcd-efgh-ijkl" } },
  }),
  merged: example("daily", "a named participant", dailyClaims, "videosdk", {
    rooms: { map: { standup: "abcd-efgh-ijkl", retro: "abcd-efgh-ijkl" } },
  }),
};

async function carryOut({ from, claims, to, policy }) {
  const source = inspectToken(await signCompact(claims, key), adapters[from], { now });
  const options = { from: adapters[from], to: adapters[to], now, policy, includeExact: true, trustUnverified: true };
  try {
    return { moved: translate(source, options) };
  } catch (error) {
    if (error.code !== "translate.refused") throw error;
    return { refusals: error.refusals };
  }
}

function remedyText(remedy) {
  if (remedy === undefined) return "";
  const { where, setting, value } = remedy;
  return `${where}: \`${setting}\`${value === undefined ? "" : ` = \`${json(value)}\``}`;
}

const shown = (value) => (value === undefined ? "" : code(json(value)));

/** A path, with how many paths it stands for where it is a folded one. */
const pathOf = ({ path, covers }) => `${code(path)}${covers === undefined ? "" : ` (${covers.length} of its paths)`}`;

function entryRow(entry) {
  return [pathOf(entry), entry.kind, shown(entry.from), shown(entry.to), entry.reason, remedyText(entry.remedy)];
}

const withoutExact = ({ report }) => report.filter(({ kind }) => kind !== "exact");

/** Paths below one parent, written once: `rights.publish.camera, .screen`. */
function pathList(paths) {
  const [first, ...others] = paths;
  const parent = first.slice(0, first.lastIndexOf("."));
  const short = others.map((path) => (path.startsWith(`${parent}.`) ? path.slice(parent.length) : path));
  return [first, ...short].map(code).join(", ");
}

/** The refusals with one reason, and the remedy of the first of them. */
function refusalSummary(refusals) {
  const reasons = new Map();
  for (const refusal of refusals) reasons.set(refusal.reason, [...(reasons.get(refusal.reason) ?? []), refusal]);
  return [...reasons]
    .map(([reason, same]) => {
      const remedy = remedyText(same[0].remedy);
      return `${pathList(same.map(({ path }) => path))}: ${reason}${remedy === "" ? "" : ` Remedy: ${remedy}.`}`;
    })
    .join("<br>");
}

const ORDER = ["widened", "narrowed", "dropped", "moved", "assumed", "advisory"];

/** The paths of a report by kind. */
function reportSummary(moved) {
  const report = withoutExact(moved);
  return ORDER.filter((kind) => report.some((entry) => entry.kind === kind))
    .map((kind) => {
      const paths = report.filter((entry) => entry.kind === kind).map(({ path }) => path.replace(/^rights\./, ""));
      return `${kind}: ${[...new Set(paths)].join(", ")}`;
    })
    .join("<br>");
}

const plainOf = {
  daily: dailyClaims,
  livekit: livekitClaims,
  metered: { data: meteredData, iat: now },
  videosdk: videosdkClaims,
};

/** What of the claims makes this example another one than the plain one of its vendor. */
function special(claims, plain) {
  const differing = Object.entries(claims).filter(
    ([name, value]) => JSON.stringify(plain[name]) !== JSON.stringify(value),
  );
  return Object.fromEntries(
    differing.map(([name, value]) => [name, name === "data" ? special(value, plain.data) : value]),
  );
}

function sourceText(from, what, claims) {
  const own = special(claims, plainOf[from]);
  const missing = Object.keys(plainOf[from]).filter((name) => !(name in claims));
  return [
    `${adapters[from].displayName}: ${what}`,
    ...(Object.keys(own).length === 0 ? [] : [`with ${code(json(own))}`]),
    ...(missing.length === 0 ? [] : [`without ${missing.map(code).join(", ")}`]),
  ].join("<br>");
}

/** The map of rooms is the same in every row, so that only the rest of a policy is shown. */
function policyText({ rooms: { map: _map, ...rooms } = {}, ...policy }) {
  const rest = { ...policy, ...(Object.keys(rooms).length === 0 ? {} : { rooms }) };
  return Object.keys(rest).length === 0 ? "" : code(json(rest));
}

function workedRow({ from, what, claims, to, policy }, { moved, refusals }) {
  const start = [sourceText(from, what, claims), adapters[to].displayName, policyText(policy)];
  if (moved === undefined) return [...start, "**refused**", refusalSummary(refusals)];
  return [...start, code(json(moved.properties)), reportSummary(moved)];
}

const KINDS = {
  exact: ["plain", ({ path }) => path === "participant.id"],
  assumed: ["plain", ({ path }) => path === "rights.publish"],
  narrowed: ["owner", ({ path }) => path === "rights.moderate.permissions"],
  dropped: ["email", ({ kind }) => kind === "dropped"],
  moved: ["owner", ({ path }) => path === "rights.record"],
  advisory: ["plain", ({ path }) => path === "rights.admit"],
  widened: ["voiceWidened", ({ kind }) => kind === "widened"],
};

const HEADS = ["path", "kind", "from", "to", "reason", "remedy"];

function kindParts(outcomes) {
  return Object.entries(KINDS).map(([kind, [name, isMeant]]) => {
    const found = outcomes[name].moved?.report.find(isMeant);
    if (found?.kind !== kind) throw new Error(`The example "${name}" has no longer an entry of kind "${kind}" there.`);
    return [`report-${kind}`, table(HEADS, [entryRow(found)])];
  });
}

const REFUSALS = [
  "voice",
  "stay",
  "guest",
  "everyRoom",
  "endless",
  "unknown",
  "unmapped",
  "merged",
  "required",
  "strict",
];

function refusalRows(all, outcomes) {
  return REFUSALS.map((name) => {
    const { refusals } = outcomes[name];
    if (refusals === undefined) throw new Error(`The example "${name}" is no longer refused.`);
    const [first] = refusals;
    const others = refusals.length === 1 ? "" : ` (and ${refusals.length - 1} more)`;
    const { from, what, to } = all[name];
    const names = [adapters[from].displayName, adapters[to].displayName];
    return [
      `${names[0]}, ${what}, to ${names[1]}`,
      `${pathOf(first)}${others}`,
      first.reason,
      remedyText(first.remedy),
    ];
  });
}

export async function parts() {
  const all = { ...worked, ...further };
  const outcomes = Object.fromEntries(
    await Promise.all(Object.entries(all).map(async ([name, one]) => [name, await carryOut(one)])),
  );
  const plain = outcomes.plain.moved;
  const examples = Object.keys(worked).map((name) => workedRow(worked[name], outcomes[name]));
  return new Map([
    ["translation-plain", table(HEADS, withoutExact(plain).map(entryRow))],
    [
      "translation-plain-join",
      [
        `- \`join\`: ${code(json(plain.join))}`,
        `- \`roomRequirements\`: ${code(json(plain.roomRequirements))}`,
        `- \`properties\`: ${code(json(plain.properties))}`,
      ]
        .map(cell)
        .join("\n"),
    ],
    ...kindParts(outcomes),
    ["refusals", table(["example", "path", "reason", "remedy"], refusalRows(all, outcomes))],
    [
      "plain-claims",
      Object.entries(plainOf)
        .map(([vendor, claims]) => `- ${adapters[vendor].displayName}: ${code(json(claims))}`)
        .join("\n"),
    ],
    ["worked-examples", table(["source", "to", "policy", "properties", "report or refusals"], examples)],
  ]);
}
