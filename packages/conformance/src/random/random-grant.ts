import { plainGrant } from "../moves/make-source.js";
import { grantWith } from "../subject/example-values.js";
import { fieldNames, rightNames } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import type { Json } from "../vectors/vector.js";
import type { Generator } from "./generator.js";

type Choices = readonly [unknown, ...unknown[]];

const texts: Choices = [
  "Ada",
  "Zo\u00eb \u{1f600}",
  "a b",
  "x",
  "constructor",
  "\u0645\u0631\u062d\u0628\u0627",
  "n".repeat(40),
];
const ids: Choices = ["u-1", "u_2", "Ada L", "i".repeat(36), "i".repeat(37), "\u00fc-3"];
const modes: Choices = [["cloud"], ["local"], ["cloud", "local"], ["cloudAudioOnly", "rawTracks"], true];
const someKinds = { microphone: true, camera: false, screen: true, screenAudio: false, custom: false };
const selections: Choices = [
  { base: someKinds },
  { base: false, byParticipantId: { "u-9": true } },
  { base: someKinds, byParticipantId: { "u-9": { camera: true }, "u-8": false } },
];

const fieldChoices = (now: number): Readonly<Record<string, Choices>> => ({
  purpose: [["participant"], ["participant"], ["participant"], ["api"], ["api", "participant"]],
  room: ["blue", "red room", { anyOf: ["blue", "red"] }, { pattern: "b.*", dialect: "regex" }, { any: true }],
  "participant.id": ids,
  "participant.name": texts,
  "participant.email": ["ada@example.com"],
  "participant.avatarUrl": ["https://example.com/ada.png"],
  "participant.metadata": [{ team: "blue" }, "blue", [1, null], 0],
  notBefore: [now - 600, now - 1, now, now + 1, now + 600],
  expiresAt: [now + 60, now + 3599, now + 86_400, now - 1, null],
  "stay.endsAtExpiry": [true, false],
  "stay.maxSeconds": [1, 600, 86_400],
  entry: ["ask", "direct", "direct"],
  "start.camera": ["on", "off"],
  "start.microphone": ["on", "off"],
  "automation.record": [{}, { mode: "cloud" }, { mode: "local" }],
  "automation.transcribe": [{}],
  "client.language": ["de", "en"],
  "client.redirectUrl": ["https://example.com/bye"],
  "client.closeTabOnExit": [true, false],
});

/** What changes every token thoroughly is said less often, so that most tokens can be translated at all. */
const shareOf = (path: string): number => (["room", "purpose", "expiresAt"].includes(path) ? 0.08 : 0.25);

function rightValue(path: string, random: Generator, mood: number): unknown {
  if (random.chance(mood)) return false;
  if (/record|livestream|transcribe/.test(path) && random.chance(0.4)) return random.pick(modes);
  return path === "rights.subscribe" && random.chance(0.3) ? random.pick(selections) : true;
}

/**
 * A random grant in parsed form, of what the subject's tokens can say. A part of them gives much and denies little, since
 * one denial that a vendor cannot hold hides everything else.
 */
export function randomGrant(subject: Subject, random: Generator, now: number): Json {
  const { capabilities } = subject.adapter;
  let grant = plainGrant(subject, now);
  const choices = fieldChoices(now);
  for (const path of fieldNames) {
    const values = choices[path];
    if (values === undefined || capabilities[path].carried === "none" || !random.chance(shareOf(path))) continue;
    grant = grantWith(grant, path, random.pick(values));
  }
  const denials = random.pick([0, 0, 0.1, 0.3]);
  const share = random.pick([0.1, 0.4, 0.9, 1]);
  const isRole = random.chance(0.3);
  for (const path of rightNames) {
    const isPower = /moderate|admit/.test(path);
    if (capabilities[path].carried === "none" || !(random.chance(share) || (isPower && isRole))) continue;
    grant = grantWith(grant, path, isPower && isRole ? true : rightValue(path, random, denials));
  }
  return grant;
}

/** A grant without one member; a parent that says nothing any more goes with it. */
export function grantWithout(grant: Json, path: string): Json {
  const [name = "", ...rest] = path.split(".");
  const { [name]: member, ...others } = grant;
  if (rest.length === 0 || typeof member !== "object" || member === null) return others;
  const inner = grantWithout(member as Json, rest.join("."));
  return Object.keys(inner).length === 0 ? others : { ...grant, [name]: inner };
}
