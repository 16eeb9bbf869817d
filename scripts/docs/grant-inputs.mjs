// docs/grant.md: what shorthand becomes, and what is said about mistakes.
import { fieldPaths, parseGrant, rightPaths, safeParseGrant } from "@roompass/core";
import { code, json, table } from "./lib/table.mjs";

const now = 1_800_000_000;

const shorthand = [
  { publish: true },
  { publish: ["camera"] },
  { publish: ["microphone", "data"] },
  { publish: { camera: false } },
  { subscribe: ["microphone", "camera"] },
  { moderate: true },
  { record: ["cloud", "local"] },
  { record: ["cloud", "cloudAudioOnly", "local", "rawTracks"] },
];

const mistakes = [
  {},
  { room: "standup" },
  { room: "standup", exp: now + 3600 },
  { room: "standup", expiresAt: (now + 3600) * 1000 },
  { room: "standup", expiresAt: 86_400 },
  { room: "standup", expiresIn: "60m", expiresAt: now + 3600 },
  { room: "standup", expiresAt: now - 60 },
  { room: { anyOf: [] }, expiresIn: "1h" },
  { room: "standup", expiresIn: "1h", rights: { canPublish: true } },
  { room: "standup", expiresIn: "1h", rights: { admit: null } },
  { room: "standup", expiresIn: "1h", rights: { publish: ["webcam"] } },
  { room: "standup", expiresIn: "1h", entry: "lobby" },
];

function mistakeRow(input) {
  const result = safeParseGrant(input, { now });
  if (result.ok) throw new Error(`This is no mistake any more: ${JSON.stringify(input)}`);
  const [first] = result.issues;
  return [code(json(input)), code(first.code), code(first.path), `${first.message} ${first.cure}`];
}

export function parts() {
  const rows = shorthand.map((rights) => {
    const grant = parseGrant({ room: "standup", expiresIn: "1h", rights }, { now });
    return [code(json(rights)), code(json(grant.rights))];
  });
  return new Map([
    ["shorthand", table(["written", "parsed"], rows)],
    ["mistakes", table(["written", "code", "path", "said about it"], mistakes.map(mistakeRow))],
  ]);
}

/** The paths that the page does not name. */
export function check(text) {
  return [...fieldPaths, ...rightPaths]
    .filter((path) => !text.includes(`| \`${path}\``))
    .map((path) => `docs/grant.md: nothing is said about ${path}`);
}
