import { z } from "zod";
import { distinct, named, notEmpty } from "./describe.js";
import { text, yes } from "./parts.js";

const flag = z.boolean().exactOptional();
const purpose = z.enum(["api", "participant"]);
const entry = z.enum(["ask", "direct"]);
const seconds = z.xor([z.int(), z.null()]);

const room = named(
  "room",
  z.xor([
    text,
    z.strictObject({ anyOf: distinct(text, 1) }),
    z.strictObject({ pattern: text, dialect: text }),
    z.strictObject({ any: yes }),
  ]),
);
const mode = named("mode", z.enum(["cloud", "cloudAudioOnly", "local", "rawTracks"]));
const capture = named("capture", z.xor([z.boolean(), distinct(mode, 1)]));
const automated = named("automated", z.strictObject({ mode: mode.exactOptional() }));

const kinds = named(
  "kinds",
  z.strictObject({ microphone: flag, camera: flag, screen: flag, screenAudio: flag, custom: flag }),
);

const selection = named(
  "selection",
  z.strictObject({
    base: z.xor([z.boolean(), kinds]),
    byParticipantId: z.record(z.string(), z.xor([z.boolean(), kinds])).exactOptional(),
  }),
);

/** A grant in parsed form. */
export const grant = named(
  "grant",
  z.strictObject({
    purpose: distinct(purpose, 1),
    room,
    participant: notEmpty(
      z.strictObject({
        id: z.string().exactOptional(),
        name: z.string().exactOptional(),
        email: z.string().exactOptional(),
        avatarUrl: z.string().exactOptional(),
        metadata: z.unknown().exactOptional(),
      }),
    ).exactOptional(),
    notBefore: z.int().exactOptional(),
    expiresAt: seconds.exactOptional(),
    stay: notEmpty(z.strictObject({ endsAtExpiry: flag, maxSeconds: z.int().exactOptional() })).exactOptional(),
    entry: entry.exactOptional(),
    rights: notEmpty(
      z.strictObject({
        publish: notEmpty(
          z.strictObject({ microphone: flag, camera: flag, screen: flag, screenAudio: flag, data: flag, custom: flag }),
        ).exactOptional(),
        subscribe: z.xor([z.boolean(), selection]).exactOptional(),
        visible: flag,
        moderate: notEmpty(z.strictObject({ media: flag, remove: flag, permissions: flag })).exactOptional(),
        admit: flag,
        record: capture.exactOptional(),
        livestream: capture.exactOptional(),
        transcribe: capture.exactOptional(),
      }),
    ).exactOptional(),
    start: notEmpty(
      z.strictObject({
        camera: z.enum(["on", "off"]).exactOptional(),
        microphone: z.enum(["on", "off"]).exactOptional(),
      }),
    ).exactOptional(),
    automation: notEmpty(
      z.strictObject({ record: automated.exactOptional(), transcribe: automated.exactOptional() }),
    ).exactOptional(),
    client: notEmpty(
      z.strictObject({
        language: text.exactOptional(),
        redirectUrl: text.exactOptional(),
        closeTabOnExit: flag,
      }),
    ).exactOptional(),
  }),
  "A grant in parsed form.",
);

const joinWindow = named(
  "window",
  z.strictObject({ notBefore: z.int(), expiresAt: seconds.exactOptional() }),
  "An expiry that is left out is not known.",
);
const stay = named("stay", z.strictObject({ maxSeconds: seconds, endsAtExpiry: z.boolean() }));

const bounds = <Value extends z.ZodType>(value: Value) =>
  z.strictObject({ lowest: value, highest: value }).exactOptional();

const reading = z.enum([
  "allow",
  "deny",
  "deny, liftable",
  "possible",
  "default(allow)",
  "default(deny)",
  "default(deny), liftable",
  "unknown",
  "ungoverned",
  "ungoverned, everyone",
]);

export const authority = named(
  "authority",
  notEmpty(
    z.strictObject({
      purpose: bounds(z.array(purpose)),
      room: bounds(room),
      window: bounds(joinWindow),
      stay: bounds(stay),
      entry: bounds(entry),
      identity: bounds(z.union([z.string(), z.null()])),
      rights: notEmpty(z.record(z.string().regex(/^rights\.[a-z]+(\.[a-zA-Z]+)?$/), reading)).exactOptional(),
      modes: z
        .partialRecord(z.enum(["rights.record", "rights.livestream", "rights.transcribe"]), z.array(mode).min(1))
        .exactOptional(),
      subscribeSelection: selection.exactOptional(),
      automation: z
        .strictObject({ record: automated.exactOptional(), transcribe: automated.exactOptional() })
        .exactOptional(),
      tenant: text.exactOptional(),
    }),
  ),
  "Readings of some components; what is left out is not compared.",
);

export const issuance = z.strictObject({ issuedAt: z.int().exactOptional(), tenant: z.string().exactOptional() });
