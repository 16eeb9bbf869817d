import type { Authority, Bounds, RoomScope, SubscribeSelection } from "@roompass/core/adapter";
import { kinds, type Powers, type Reception, type Span, type Until, type Where } from "./powers.js";
import { rights } from "./rights-table.js";

const wayOfMode: Readonly<Record<string, string>> = {
  cloud: "cloud",
  cloudAudioOnly: "cloud-audio-only",
  local: "local",
  rawTracks: "raw-tracks",
};

const wayOf = (mode: string): string => wayOfMode[mode] ?? mode;
const waysOf = (modes: readonly string[] | undefined): readonly string[] | undefined => modes?.map(wayOf);

function span<From, To>({ lowest, highest }: Bounds<From>, read: (value: From) => To): Span<To> {
  return { least: read(lowest), most: read(highest) };
}

function readRoom(room: RoomScope): Where {
  if (typeof room === "string") return room;
  if ("anyOf" in room) return room.anyOf;
  return "pattern" in room ? room : undefined;
}

function readEnd(expiresAt: number | null | undefined): Until {
  return expiresAt === null ? "never" : (expiresAt ?? "not said");
}

type Said = boolean | Readonly<Record<string, boolean>>;

function readReception(selection: SubscribeSelection | undefined): Reception | undefined {
  if (selection === undefined) return undefined;
  const rule = (said: Said): Record<string, boolean> =>
    typeof said === "boolean" ? Object.fromEntries(kinds.map((kind) => [kind, said])) : { ...said };
  const senders = Object.entries(selection.byParticipantId ?? {}) as [string, Said][];
  return {
    ofEverybody: rule(selection.base as Said),
    of: Object.fromEntries(senders.map(([id, said]) => [id, rule(said)])),
  };
}

const started = (capture: { readonly mode?: string } | undefined): string | true | undefined =>
  capture === undefined ? undefined : capture.mode === undefined ? true : wayOf(capture.mode);

/** Answers that promise nothing, so that whatever is said beyond them is feared anyway. */
const leavesOpen: ReadonlySet<string> = new Set(["possible", "unknown", "deny, liftable"]);

/** What an adapter reads, in the words of this order. */
export function powersOfAuthority(authority: Authority): Powers {
  const words = authority.statements;
  return {
    account: authority.tenant,
    purposes: span(authority.purpose, (list) => list),
    room: span(authority.room, readRoom),
    from: span(authority.window, ({ notBefore }) => notBefore),
    until: span(authority.window, ({ expiresAt }) => readEnd(expiresAt)),
    maxSeconds: span(authority.stay, ({ maxSeconds }) => maxSeconds ?? Number.POSITIVE_INFINITY),
    endsAtExpiry: span(authority.stay, ({ endsAtExpiry }) => endsAtExpiry),
    walksIn: span(authority.entry, (entry) => entry === "direct"),
    person: span(authority.identity, (id) => id ?? undefined),
    can: authority.rights,
    recordsAs: waysOf(authority.modes?.["rights.record"]),
    streamsAs: waysOf(authority.modes?.["rights.livestream"]),
    transcribesAs: waysOf(authority.modes?.["rights.transcribe"]),
    receives: readReception(authority.subscribeSelection),
    startsRecording: started(authority.automation.record),
    startsTranscription: started(authority.automation.transcribe),
    words: { ...words },
    saysMoreOf: rights.filter((right) => words?.[right] !== undefined && !leavesOpen.has(authority.rights[right])),
  };
}
