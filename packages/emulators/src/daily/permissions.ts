import { z } from "zod";
import type { Members } from "../emulator/model.js";

const media = ["video", "audio", "screenVideo", "screenAudio", "customVideo", "customAudio"] as const;
export type Media = (typeof media)[number];

const roles = ["participants", "streaming", "transcription"] as const;
export type AdminRole = (typeof roles)[number];

const mediaCodes: Readonly<Record<Media, string>> = {
  video: "v",
  audio: "a",
  screenVideo: "sv",
  screenAudio: "sa",
  customVideo: "cv",
  customAudio: "ca",
};

const roleCodes: Readonly<Record<AdminRole, string>> = { participants: "p", streaming: "s", transcription: "t" };

const tracks = z.record(z.string(), z.boolean());
const reception = z.strictObject({
  video: z.boolean().optional(),
  audio: z.boolean().optional(),
  screenVideo: z.boolean().optional(),
  screenAudio: z.boolean().optional(),
  customVideo: tracks.optional(),
  customAudio: tracks.optional(),
});
const receives = z.union([z.boolean(), reception]);

/** `permissions` as the REST interface spells it. */
export const permissionsSchema = z.strictObject({
  hasPresence: z.boolean().optional(),
  canSend: z.union([z.boolean(), z.array(z.enum(media))]).optional(),
  canReceive: z
    .strictObject({
      base: receives.optional(),
      byUserId: z.record(z.string(), receives).optional(),
      byParticipantId: z.record(z.string(), receives).optional(),
    })
    .optional(),
  canAdmin: z.union([z.boolean(), z.array(z.enum(roles))]).optional(),
});

export type Permissions = z.infer<typeof permissionsSchema>;
export type Reception = z.infer<typeof receives>;

/** An empty list says nobody may; a comma-separated string cannot say that, so `false` does. */
function encodeList<Word extends string>(
  value: boolean | readonly Word[] | undefined,
  codes: Readonly<Record<Word, string>>,
): boolean | string | undefined {
  if (value === undefined || typeof value === "boolean") return value;
  return value.length === 0 ? false : value.map((word) => codes[word]).join(",");
}

function decodeList<Word extends string>(
  value: unknown,
  codes: Readonly<Record<Word, string>>,
): boolean | Word[] | undefined {
  if (typeof value === "boolean") return value;
  const listed = typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : undefined;
  if (listed === undefined) return undefined;
  const words = Object.keys(codes) as Word[];
  return words.filter((word) => listed.includes(codes[word]) || listed.includes(word));
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function renamed(value: unknown, names: readonly (readonly [from: string, to: string])[]): unknown {
  if (!isMembers(value)) return value;
  return Object.fromEntries(names.flatMap(([from, to]) => (value[from] === undefined ? [] : [[to, value[from]]])));
}

const mediaNames = media.map((word) => [word, mediaCodes[word]] as const);
const mediaBack = mediaNames.map(([word, code]) => [code, word] as const);

function eachValue(value: unknown, change: (item: unknown) => unknown): unknown {
  if (!isMembers(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item)]));
}

function defined(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

/** `permissions` as the claim `p` has it. */
export function encodePermissions({ hasPresence, canSend, canReceive, canAdmin }: Permissions): Members {
  const media = (value: unknown): unknown => renamed(value, mediaNames);
  const receive =
    canReceive &&
    defined({
      b: media(canReceive.base),
      u: eachValue(canReceive.byUserId, media),
      p: eachValue(canReceive.byParticipantId, media),
    });
  return defined({
    hp: hasPresence,
    cs: encodeList(canSend, mediaCodes),
    cr: receive,
    ca: encodeList(canAdmin, roleCodes),
  });
}

/** The permissions in a claim `p`; what cannot be read is left out, as if it were not there. */
export function decodePermissions(claim: unknown): Permissions {
  if (!isMembers(claim)) return {};
  const media = (value: unknown): unknown => renamed(value, mediaBack);
  const cr = claim["cr"];
  const canReceive = isMembers(cr)
    ? defined({ base: media(cr["b"]), byUserId: eachValue(cr["u"], media), byParticipantId: eachValue(cr["p"], media) })
    : undefined;
  const candidate = {
    hasPresence: claim["hp"],
    canSend: decodeList(claim["cs"], mediaCodes),
    canReceive,
    canAdmin: decodeList(claim["ca"], roleCodes),
  };
  return readPermissions(candidate);
}

/** Permissions of a room or a domain; each one on its own, what cannot be read is left out. */
export function readPermissions(value: unknown): Permissions {
  if (!isMembers(value)) return {};
  const { hasPresence, canSend, canReceive, canAdmin } = permissionsSchema.shape;
  const read = <Value>(schema: z.ZodType<Value>, name: string): Value | undefined => schema.safeParse(value[name]).data;
  return defined({
    hasPresence: read(hasPresence, "hasPresence"),
    canSend: read(canSend, "canSend"),
    canReceive: read(canReceive, "canReceive"),
    canAdmin: read(canAdmin, "canAdmin"),
  }) as Permissions;
}
