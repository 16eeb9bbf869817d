import type { StatedReading, SubscribeKind, SubscribeKinds, SubscribeSelection } from "@roompass/core/adapter";
import { subscribeKinds } from "@roompass/core/kit";
import { defaults } from "./defaults.js";
import type { DailyCanReceive, DailyReceiveMedia, DailyTrackMap } from "./properties.js";

/** `canReceive` in neutral words. */
export interface Reception {
  readonly reading: StatedReading;
  /** Present where the right differs by kind or sender. */
  readonly selection?: SubscribeSelection;
  /** The neutral words say all of it; otherwise they say the least that the token allows. */
  readonly isExact: boolean;
}

const plainKinds = { camera: "video", microphone: "audio", screen: "screenVideo", screenAudio: "screenAudio" } as const;

/** Everything, nothing, something in between (`mixed`), or not mentioned. */
function readTracks(map: DailyTrackMap | undefined): boolean | "mixed" | undefined {
  if (map === undefined) return undefined;
  const values = Object.values(map);
  const first = values[0];
  if (first === undefined) return undefined;
  return Object.hasOwn(map, "*") && values.every((value) => value === first) ? first : "mixed";
}

interface Kinds {
  readonly kinds: Partial<SubscribeKinds>;
  readonly isExact: boolean;
}

function readMedia(media: DailyReceiveMedia): Kinds {
  const kinds: { -readonly [kind in SubscribeKind]?: boolean } = {};
  for (const kind of ["camera", "microphone", "screen", "screenAudio"] as const) {
    const said = media[plainKinds[kind]];
    if (said !== undefined) kinds[kind] = said;
  }
  const video = readTracks(media.customVideo);
  const audio = readTracks(media.customAudio);
  if (video === undefined && audio === undefined) return { kinds, isExact: true };
  kinds.custom = video === true && audio === true;
  return { kinds, isExact: video === audio && video !== "mixed" };
}

function simplest(kinds: Partial<SubscribeKinds>): boolean | Partial<SubscribeKinds> {
  const first = kinds.camera;
  return first !== undefined && subscribeKinds.every((kind) => kinds[kind] === first) ? first : kinds;
}

function readBase(base: DailyCanReceive["base"]): {
  readonly base: boolean | SubscribeKinds;
  readonly isExact: boolean;
} {
  if (base === undefined) return { base: false, isExact: false };
  if (typeof base === "boolean") return { base, isExact: true };
  const { kinds, isExact } = readMedia(base);
  const complete = { microphone: false, camera: false, screen: false, screenAudio: false, custom: false, ...kinds };
  const simple = simplest(complete);
  return { base: typeof simple === "boolean" ? simple : complete, isExact: isExact && Object.keys(kinds).length === 5 };
}

type Senders = NonNullable<SubscribeSelection["byParticipantId"]>;

function readSenders(byUserId: DailyCanReceive["byUserId"]): { readonly senders: Senders; readonly isExact: boolean } {
  const senders: [string, boolean | Partial<SubscribeKinds>][] = [];
  let isExact = true;
  for (const id of Object.keys(byUserId ?? {}).sort()) {
    const media = byUserId?.[id];
    if (media === undefined) continue;
    if (typeof media === "boolean") {
      senders.push([id, media]);
      continue;
    }
    const read = readMedia(media);
    isExact &&= read.isExact;
    if (Object.keys(read.kinds).length > 0) senders.push([id, simplest(read.kinds)]);
  }
  return { senders: Object.fromEntries(senders), isExact };
}

/** Whether no sender and no kind differs from `value`. */
function isUniform(senders: Senders, value: boolean): boolean {
  return Object.values(senders).every((rights) =>
    typeof rights === "boolean" ? rights === value : Object.values(rights).every((right) => right === value),
  );
}

/** Whether an override takes something away, be it one kind or one custom track. */
function deniesSome(media: boolean | DailyReceiveMedia | undefined): boolean {
  if (media === undefined || typeof media === "boolean") return media === false;
  return Object.values(media).some((said) =>
    typeof said === "object" ? Object.values(said).includes(false) : said === false,
  );
}

/** Whether an override says nothing but `value`, so that nobody loses or gains by it. */
function saysOnly(media: boolean | DailyReceiveMedia, value: boolean): boolean {
  if (typeof media === "boolean") return media === value;
  return Object.values(media).every((said) =>
    typeof said === "object" ? Object.values(said).every((flag) => flag === value) : said === value,
  );
}

/** Reads `canReceive`; silence is Daily's default. */
export function readReception(canReceive: DailyCanReceive | undefined): Reception {
  if (canReceive === undefined) return { reading: defaults["permissions.canReceive"].value, isExact: true };
  const { base, isExact: isBaseExact } = readBase(canReceive.base);
  const { senders, isExact: areSendersExact } = readSenders(canReceive.byUserId);
  const sessions = Object.values(canReceive.byParticipantId ?? {});
  const isExactForAll = isBaseExact && areSendersExact;
  // Whose session it is nobody can say in neutral words, so that even the base is not certain for everybody.
  if (sessions.some(deniesSome) && (base !== false || !isUniform(senders, false))) {
    return { reading: "possible", isExact: false };
  }
  if (typeof base === "boolean" && isUniform(senders, base)) {
    const isExact = isExactForAll && sessions.every((media) => saysOnly(media, base));
    return { reading: base ? "allow" : "deny", isExact };
  }
  const selection = Object.keys(senders).length === 0 ? { base } : { base, byParticipantId: senders };
  return { reading: "allow", selection, isExact: isExactForAll && sessions.length === 0 };
}

function writeKinds(kinds: Partial<SubscribeKinds>): boolean | DailyReceiveMedia {
  const simple = simplest(kinds);
  if (typeof simple === "boolean") return simple;
  const media: { -readonly [name in keyof DailyReceiveMedia]: DailyReceiveMedia[name] } = {};
  for (const kind of ["camera", "microphone", "screen", "screenAudio"] as const) {
    const said = kinds[kind];
    if (said !== undefined) media[plainKinds[kind]] = said;
  }
  if (kinds.custom !== undefined) {
    media.customVideo = { "*": kinds.custom };
    media.customAudio = { "*": kinds.custom };
  }
  return media;
}

/** The canonical `canReceive`: booleans where all six media agree, else a complete base and partial overrides. */
export function writeReception(selection: SubscribeSelection): DailyCanReceive {
  const base = typeof selection.base === "boolean" ? selection.base : writeKinds(selection.base);
  const senders = Object.entries(selection.byParticipantId ?? {});
  if (senders.length === 0) return { base };
  const byUserId = senders.map(
    ([id, rights]) => [id, typeof rights === "boolean" ? rights : writeKinds(rights)] as const,
  );
  return { base, byUserId: Object.fromEntries(byUserId) };
}
