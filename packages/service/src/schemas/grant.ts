import { z } from "zod";
import { anything, instant, members, name, text } from "./basics.js";
import { named } from "./components.js";

const publishKinds = ["microphone", "camera", "screen", "screenAudio", "data", "custom"] as const;
const subscribeKinds = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;
const captureModes = ["cloud", "cloudAudioOnly", "local", "rawTracks"] as const;

const flag = z.boolean();
const flags = <Name extends string>(names: readonly Name[]): z.ZodObject<Record<Name, z.ZodOptional<z.ZodBoolean>>> =>
  z.strictObject(
    Object.fromEntries(names.map((kind) => [kind, flag.optional()])) as Record<Name, z.ZodOptional<z.ZodBoolean>>,
  );

const purpose = z.enum(["participant", "api"]);

export const roomScope = named(
  "RoomScope",
  "One room by name, several, a pattern in the vendor's own dialect, or every room of the account.",
  z.union([
    name,
    z.strictObject({ anyOf: z.array(name).min(1).max(1000) }),
    z.strictObject({ pattern: name, dialect: name }),
    z.strictObject({ any: z.literal(true) }),
  ]),
);

const participant = z.strictObject({
  id: name.optional(),
  name: text.optional(),
  email: text.optional(),
  avatarUrl: text.optional(),
  metadata: anything.optional(),
});

const stay = z.strictObject({ endsAtExpiry: flag.optional(), maxSeconds: z.int().min(0).optional() });
const entry = z.enum(["ask", "direct"]);
const onOff = z.enum(["on", "off"]);
const start = z.strictObject({ camera: onOff.optional(), microphone: onOff.optional() });
const capture = z.strictObject({ mode: z.enum(captureModes).optional() });
const client = z.strictObject({
  language: text.optional(),
  redirectUrl: text.optional(),
  closeTabOnExit: flag.optional(),
});
const extensions = z.record(z.string().max(64), members);

const byParticipantId = z.record(z.string().max(1024), z.union([flag, flags(subscribeKinds)]));
const captureRight = z.union([flag, z.array(z.enum(captureModes)).min(1).max(64)]);

export const rightsInput = named(
  "RightsInput",
  "What the holder may do. `true` gives, `false` withholds, and what is left out is for the vendor or the room to decide.",
  z.strictObject({
    publish: z.union([flag, z.array(z.enum(publishKinds)).min(1).max(64), flags(publishKinds)]).optional(),
    subscribe: z
      .union([
        flag,
        z.array(z.enum(subscribeKinds)).min(1).max(64),
        z.strictObject({ base: z.union([flag, flags(subscribeKinds)]), byParticipantId: byParticipantId.optional() }),
      ])
      .optional(),
    visible: flag.optional(),
    moderate: z.union([flag, flags(["media", "remove", "permissions"])]).optional(),
    admit: flag.optional(),
    record: captureRight.optional(),
    livestream: captureRight.optional(),
    transcribe: captureRight.optional(),
  }),
);

/** Everything of a grant but its times, which requests may write in more ways than answers. */
const common = {
  room: roomScope,
  participant: participant.optional(),
  stay: stay.optional(),
  entry: entry.optional(),
  start: start.optional(),
  client: client.optional(),
  extensions: extensions.optional(),
};

export const grantInput = named(
  "GrantInput",
  "What a token is to grant. The room and an expiry (`expiresAt` or `expiresIn`) have to be said.",
  z.strictObject({
    purpose: z.union([purpose, z.array(purpose).min(1).max(2)]).optional(),
    ...common,
    notBefore: instant.optional(),
    expiresAt: z.union([instant, z.null()]).optional(),
    expiresIn: z
      .union([
        z.int().min(1),
        z.string().regex(/^[0-9]{1,9}(?:\.[0-9]{1,6})?[smhd]$/, "seconds, or a text such as `15m` or `1h`"),
      ])
      .optional(),
    rights: rightsInput.optional(),
    automation: z
      .strictObject({
        record: z.union([z.literal(true), capture]).optional(),
        transcribe: z.union([z.literal(true), capture]).optional(),
      })
      .optional(),
  }),
);

const kindsOut = z.strictObject(
  Object.fromEntries(subscribeKinds.map((kind) => [kind, flag])) as Record<
    (typeof subscribeKinds)[number],
    typeof flag
  >,
);

/** A grant as tokens are read: nothing is limited here, since tokens are whatever somebody signed. */
export const grant = named(
  "Grant",
  "What a token states. What is absent is not stated.",
  z.strictObject({
    purpose: z.array(purpose),
    room: z.union([
      z.string(),
      z.strictObject({ anyOf: z.array(z.string()) }),
      z.strictObject({ pattern: z.string(), dialect: z.string() }),
      z.strictObject({ any: z.literal(true) }),
    ]),
    participant: z
      .strictObject({
        id: z.string().optional(),
        name: z.string().optional(),
        email: z.string().optional(),
        avatarUrl: z.string().optional(),
        metadata: anything.optional(),
      })
      .optional(),
    notBefore: z.number().optional(),
    expiresAt: z.union([z.number(), z.null()]).optional(),
    stay: z.strictObject({ endsAtExpiry: flag.optional(), maxSeconds: z.number().optional() }).optional(),
    entry: entry.optional(),
    rights: z
      .strictObject({
        publish: flags(publishKinds).optional(),
        subscribe: z
          .union([
            flag,
            z.strictObject({
              base: z.union([flag, kindsOut]),
              byParticipantId: z.record(z.string(), z.union([flag, flags(subscribeKinds)])).optional(),
            }),
          ])
          .optional(),
        visible: flag.optional(),
        moderate: flags(["media", "remove", "permissions"]).optional(),
        admit: flag.optional(),
        record: z.union([flag, z.array(z.enum(captureModes))]).optional(),
        livestream: z.union([flag, z.array(z.enum(captureModes))]).optional(),
        transcribe: z.union([flag, z.array(z.enum(captureModes))]).optional(),
      })
      .optional(),
    start: start.optional(),
    automation: z.strictObject({ record: capture.optional(), transcribe: capture.optional() }).optional(),
    client: z
      .strictObject({
        language: z.string().optional(),
        redirectUrl: z.string().optional(),
        closeTabOnExit: flag.optional(),
      })
      .optional(),
    extensions: z.record(z.string(), z.record(z.string(), anything)).optional(),
  }),
);
