import { isWithheld, type Powers } from "../order/index.js";
import type { Json } from "../vectors/vector.js";

/** A restriction that translators are known to lose, and how the new token shows that it has not been lost. */
export interface Trap {
  readonly name: string;
  readonly comment: string;
  /** What is said beside the plain grant, by path. */
  readonly says: Json;
  /** The field without which no token says it. */
  readonly path: string;
  /** Whether the new token keeps it, read without any comparison. */
  readonly isKept: (after: Powers) => boolean;
  /** Paths of which one is refused, whoever the new vendor is. */
  readonly isAlwaysRefusedAt?: string;
}

const media = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;
const publishing = (value: boolean): Json => Object.fromEntries(media.map((kind) => [kind, value]));
const withheld = (after: Powers, ...paths: (keyof Powers["can"])[]): boolean =>
  paths.every((path) => isWithheld(after.can[path]));
const sent = media.map((kind) => `rights.publish.${kind}` as const);

/** The traps, for a grant whose times lie around `now` (unix seconds). */
export function traps(now: number): readonly Trap[] {
  return [
    {
      name: "listener",
      comment: "a subscriber sends nothing: no role of the new vendor makes him a publisher",
      says: { "rights.publish": publishing(false) },
      path: "rights.publish.camera",
      isKept: (after) => withheld(after, ...sent),
    },
    {
      name: "microphone-only",
      comment: "what is not on the list is not sent, also where an empty or missing list means everything",
      says: { "rights.publish": { ...publishing(false), microphone: true } },
      path: "rights.publish.camera",
      isKept: (after) => withheld(after, ...sent.slice(1)),
    },
    {
      name: "hears-nobody",
      comment: "nothing is received where receiving is denied",
      says: { "rights.subscribe": false },
      path: "rights.subscribe",
      isKept: (after) => withheld(after, "rights.subscribe"),
    },
    {
      name: "hears-one-sender",
      comment: "one sender is not all of them",
      says: { "rights.subscribe": { base: false, byParticipantId: { "u-9": true } } },
      path: "rights.subscribe",
      isKept: ({ receives, can }) => isWithheld(can["rights.subscribe"]) || receives?.ofEverybody["camera"] === false,
    },
    {
      name: "hidden",
      comment: "who is hidden is not turned into somebody whom everybody sees",
      says: { "rights.visible": false },
      path: "rights.visible",
      isKept: (after) => withheld(after, "rights.visible"),
    },
    {
      name: "waiting-room",
      comment: "who has to ask does not walk in",
      says: { entry: "ask" },
      path: "entry",
      isKept: ({ walksIn }) => !walksIn.most,
    },
    {
      name: "identity",
      comment: "a token for one person is not made one for whoever holds it",
      says: { "participant.id": "u-2" },
      path: "participant.id",
      isKept: ({ person }) => person.most === "u-2",
    },
    {
      name: "long-identity",
      comment: "an id is never cut: two people must not become one",
      says: { "participant.id": "u".repeat(36) },
      path: "participant.id",
      isKept: ({ person }) => person.most === "u".repeat(36),
    },
    {
      name: "short-stay",
      comment: "who is removed after ten minutes stays no longer",
      says: { "stay.maxSeconds": 600 },
      path: "stay.maxSeconds",
      isKept: ({ maxSeconds }) => maxSeconds.most <= 600,
    },
    {
      name: "ends-with-token",
      comment: "who is removed when the token ends does not stay on",
      says: { "stay.endsAtExpiry": true },
      path: "stay.endsAtExpiry",
      isKept: ({ endsAtExpiry }) => endsAtExpiry.most,
    },
    {
      name: "starts-later",
      comment: "nobody comes in before the time",
      says: { notBefore: now + 600 },
      path: "notBefore",
      isKept: ({ from }) => from.most >= now + 600,
    },
    {
      name: "ends-soon",
      comment: "an expiry is never put off",
      says: { expiresAt: now + 60 },
      path: "expiresAt",
      isKept: ({ until }) => typeof until.most === "number" && until.most <= now + 60,
    },
    {
      name: "never-ends",
      comment: "a token without an end is refused until somebody says so out loud",
      says: { expiresAt: null },
      path: "expiresAt",
      isKept: () => false,
      isAlwaysRefusedAt: "expiresAt",
    },
    {
      name: "one-room",
      comment: "a token for one room does not open another",
      says: { room: "blue" },
      path: "room",
      isKept: ({ room }) => room.most === "blue",
    },
    {
      name: "every-room",
      comment: "every room of one account is not every room of another",
      says: { room: { any: true } },
      path: "room",
      isKept: () => false,
      isAlwaysRefusedAt: "room",
    },
    {
      name: "no-moderator",
      comment: "nobody is made a moderator who was none",
      says: { "rights.moderate": { media: false, remove: false, permissions: false } },
      path: "rights.moderate.remove",
      isKept: (after) =>
        withheld(after, "rights.moderate.media", "rights.moderate.remove", "rights.moderate.permissions"),
    },
    {
      name: "records-nothing",
      comment: "who must not record does not",
      says: { "rights.record": false },
      path: "rights.record",
      isKept: (after) => withheld(after, "rights.record"),
    },
    {
      name: "records-one-way",
      comment: "one way of recording is not every way, unless the room decides",
      says: { "rights.record": ["local"] },
      path: "rights.record",
      isKept: ({ can, recordsAs }) => can["rights.record"] !== "allow" || recordsAs?.join() === "local",
    },
    {
      name: "records-by-itself",
      comment: "what starts by itself is not started by a plain token",
      says: {},
      path: "plain",
      isKept: ({ startsRecording, startsTranscription }) =>
        startsRecording === undefined && (startsTranscription === undefined || startsTranscription === false),
    },
    {
      name: "plain-guest",
      comment: "a token that says nothing of moderation makes no moderator: a builder's default is not a statement",
      says: {},
      path: "plain",
      isKept: ({ can }) =>
        (["media", "remove", "permissions"] as const).every(
          (kind) => !["allow", "possible", "default(allow)"].includes(can[`rights.moderate.${kind}`]),
        ),
    },
  ];
}
