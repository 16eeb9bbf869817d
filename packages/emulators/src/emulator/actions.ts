/**
 * Everything that an emulator can be asked about, in words of no vendor.
 *
 * - `join`: walks in. `ask`: may at least ask to be let in. `stay`: is (still) inside at the instant that is asked about.
 * - `act as`: the others see this participant id. `send ...`, `receive ...`, `share ...`: media and messages.
 * - `be seen`, `be hidden`: is in the list of participants, or inside without being there.
 * - `mute others`, `remove others`, `change rights`, `admit`: what one does to others.
 * - `record ...`, `stream`, `transcribe`: may start it. `records on join`, `transcribes on join`: it starts by itself.
 * - `call the API`: the vendor's server API takes the token in place of an account's credentials.
 */
export const actions = Object.freeze([
  "join",
  "ask",
  "stay",
  "act as",
  "send audio",
  "send video",
  "share screen",
  "share screen audio",
  "send custom tracks",
  "send messages",
  "receive audio",
  "receive video",
  "receive screen",
  "receive screen audio",
  "receive custom tracks",
  "be seen",
  "be hidden",
  "mute others",
  "remove others",
  "change rights",
  "admit",
  "record in the cloud",
  "record audio in the cloud",
  "record locally",
  "record raw tracks",
  "stream",
  "transcribe",
  "records on join",
  "transcribes on join",
  "call the API",
] as const);

/** One of `actions`. */
export type Action = (typeof actions)[number];

/** What only somebody inside can do. */
export type InsideAction = Exclude<Action, "join" | "ask" | "stay" | "call the API">;

const known: ReadonlySet<string> = new Set(actions);

export function isAction(text: unknown): text is Action {
  return typeof text === "string" && known.has(text);
}
