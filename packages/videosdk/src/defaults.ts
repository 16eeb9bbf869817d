import type { Bounds, DefaultEntry, Entry, Purpose, RightPath, StatedReading } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import { fact } from "./sources.js";

/**
 * What a list of permissions says about entering: `combined` is `ask_join` beside others, which VideoSDK documents as
 * invalid, `none` is a list without any join permission.
 */
export type EntryStatement = "direct" | "ask" | "combined" | "none";

const everyone = "ungoverned, everyone" satisfies StatedReading;

function published(value: StatedReading, note: string): DefaultEntry<StatedReading> {
  return { value, note, ...fact("authentication") };
}

/** What holds for each right of a token that does not speak of it; `rights.admit` is in `admitDefaults`. */
export const rightDefaults: Readonly<Record<Exclude<RightPath, "rights.admit">, DefaultEntry<StatedReading>>> = {
  "rights.publish.microphone": published(everyone, "No permission concerns sending; whoever is inside may."),
  "rights.publish.camera": published(everyone, "No permission concerns sending; whoever is inside may."),
  "rights.publish.screen": published(everyone, "No permission concerns sending; whoever is inside may."),
  "rights.publish.screenAudio": published("ungoverned", "No permission concerns it, and no page speaks of it."),
  "rights.publish.custom": published("ungoverned", "No permission concerns it, and no page speaks of it."),
  "rights.publish.data": published("ungoverned", "No permission concerns it, and no page says who may."),
  "rights.subscribe": published(everyone, "No permission concerns receiving; whoever is inside may."),
  "rights.visible": published(everyone, "Nobody can be hidden by a token."),
  "rights.moderate.media": {
    value: "default(deny)",
    note: "Switching others' microphone or camera off is what `allow_mod` is for.",
    ...fact("authentication"),
  },
  "rights.moderate.remove": {
    value: "default(deny), liftable",
    note: "The guide names no permission for removing; whether the server asks for one is not documented.",
    ...fact("removeParticipant"),
  },
  "rights.moderate.permissions": {
    value: "default(deny)",
    note: "VideoSDK has no way for a participant to change what another one may do.",
    ...fact("authentication"),
  },
  "rights.record": published("ungoverned", "No permission is documented for starting a recording."),
  "rights.livestream": published("ungoverned", "No permission is documented for starting a live stream."),
  "rights.transcribe": published("ungoverned", "No permission is documented for starting a transcription."),
};

/** Whether somebody answers entry requests; decided by how they enter themselves. */
export const admitDefaults: Readonly<Record<EntryStatement, DefaultEntry<StatedReading>>> = {
  direct: {
    value: everyone,
    note: "Everybody inside with `allow_join` receives entry requests and answers them.",
    ...fact("waitingLobby"),
  },
  ask: {
    value: "default(deny)",
    note: "Entry requests go to those with `allow_join` only.",
    ...fact("waitingLobby"),
  },
  combined: {
    value: "unknown",
    note: "Documented as invalid (error 4008), yet minted by samples of the vendor.",
    ...fact("errorEvents"),
  },
  none: { value: "unknown", note: "A token without a join permission is not documented.", ...fact("authentication") },
};

/** How somebody enters, at least and at most. */
export const entryDefaults: Readonly<Record<EntryStatement, DefaultEntry<Bounds<Entry>>>> = {
  direct: { value: { lowest: "direct", highest: "direct" }, note: "`allow_join` walks in.", ...fact("authentication") },
  ask: { value: { lowest: "ask", highest: "ask" }, note: "`ask_join` has to be let in.", ...fact("waitingLobby") },
  combined: {
    value: { lowest: "ask", highest: "direct" },
    note: "Documented as invalid (error 4008), yet minted by samples of the vendor.",
    ...fact("errorEvents"),
  },
  none: {
    value: { lowest: "ask", highest: "direct" },
    note: "A token without a join permission is not documented.",
    ...fact("authentication"),
  },
};

/** What a token without `roles` is for. */
export const rolesDefault: DefaultEntry<Bounds<readonly Purpose[]>> = {
  value: { lowest: ["participant"], highest: ["api", "participant"] },
  note: "No specialised restriction: it joins, and may work on the server API too.",
  ...fact("dashboardTokens"),
};

/** Whether `roomId`, `participantId` and `roles` surely hold in a token without `version: 2`, or with it as text. */
export const scopeWithoutVersionDefault: DefaultEntry<boolean> = {
  value: false,
  note: "The number 2 is documented as essential for them; whether they are ignored or refused without it is not said.",
  ...fact("authentication"),
};

/** When a token without `exp` ends, at least and at most. */
export const expiryDefault: DefaultEntry<Bounds<number | null | undefined>> = {
  value: { lowest: undefined, highest: null },
  note: "Some samples of the vendor mint such tokens; whether the service takes them is not documented.",
  ...fact("serverExamples"),
};

/** Whether `nbf` surely holds somebody back. */
export const notBeforeDefault: DefaultEntry<boolean> = {
  value: false,
  note: "Only in old samples; no effect is documented.",
  ...fact("legacyServerSetup"),
};

/** Whether the expiry ends a running stay. */
export const stayDefault: DefaultEntry<boolean> = {
  value: false,
  note: "The token is checked while joining only; a later expiry does not disturb the meeting.",
  ...fact("authentication"),
};

/** All of the above by name, for reports and documentation. */
export const defaults = deepFreeze({
  rights: rightDefaults,
  admit: admitDefaults,
  entry: entryDefaults,
  roles: rolesDefault,
  scopeWithoutVersion: scopeWithoutVersionDefault,
  expiry: expiryDefault,
  notBefore: notBeforeDefault,
  stay: stayDefault,
} as const);
