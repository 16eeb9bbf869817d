import type { Authority, Bounds, RoomScope, SubscribeSelection } from "@roompass/core/adapter";
import { kinds, type Powers, type Reception, type Span, type Until } from "./powers.ts";

const wayOfMode: Readonly<Record<string, string>> = {
  cloud: "cloud",
  cloudAudioOnly: "cloud-audio-only",
  local: "local",
  rawTracks: "raw-tracks",
};

function span<From, To>({ lowest, highest }: Bounds<From>, read: (value: From) => To): Span<To> {
  return { least: read(lowest), most: read(highest) };
}

const readRoom = (room: RoomScope): string | undefined => (typeof room === "string" ? room : undefined);

function readEnd(expiresAt: number | null | undefined): Until {
  return expiresAt === null ? "never" : (expiresAt ?? "not said");
}

function readReception(selection: SubscribeSelection | undefined): Reception | undefined {
  if (selection === undefined) return undefined;
  const rule = (said: boolean | Readonly<Record<string, boolean>>): Record<string, boolean> =>
    typeof said === "boolean" ? Object.fromEntries(kinds.map((kind) => [kind, said])) : { ...said };
  const senders = Object.entries(selection.byParticipantId ?? {});
  return {
    ofEverybody: rule(selection.base as boolean | Readonly<Record<string, boolean>>),
    of: Object.fromEntries(
      senders.map(([id, said]) => [id, rule(said as boolean | Readonly<Record<string, boolean>>)]),
    ),
  };
}

/** What an adapter reads, in the words of the second opinion. */
export function powersOfAuthority(authority: Authority): Powers {
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
    recordsAs: authority.modes?.["rights.record"]?.map((mode) => wayOfMode[mode] ?? mode),
    receives: readReception(authority.subscribeSelection),
    startsRecording: authority.automation.record?.mode,
    startsTranscription: authority.automation.transcribe !== undefined,
    words: { ...authority.statements },
  };
}
