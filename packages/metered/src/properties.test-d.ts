// Checked by the compiler only: what a Metered token cannot hold does not compile.
import type { MeteredGrantInput } from "./properties.js";

const inRoom = { room: "standup", expiresIn: "1h" } as const;

export const held: readonly MeteredGrantInput[] = [
  inRoom,
  { room: { any: true }, expiresAt: null },
  { ...inRoom, participant: { id: "u_1", name: "Alice", metadata: { team: "red" } }, notBefore: 1_800_000_000 },
  { ...inRoom, stay: { maxSeconds: 1800 }, entry: "direct", purpose: "participant" },
  { ...inRoom, rights: { moderate: false, admit: false } },
  { ...inRoom, rights: { moderate: { media: false } } },
  { ...inRoom, rights: { moderate: true, admit: true } },
  { ...inRoom, start: { camera: "off" }, extensions: { metered: { disableVideo: true } } },
];

export const notHeld: readonly MeteredGrantInput[] = [
  // @ts-expect-error a room has to be said
  { expiresIn: "1h" },
  // @ts-expect-error one room or every room
  { ...inRoom, room: { anyOf: ["a", "b"] } },
  // @ts-expect-error no token withholds sending
  { ...inRoom, rights: { publish: false } },
  // @ts-expect-error sending is no right of its own
  { ...inRoom, rights: { publish: ["microphone"] } },
  // @ts-expect-error no token withholds receiving
  { ...inRoom, rights: { subscribe: false } },
  // @ts-expect-error no token hides anybody
  { ...inRoom, rights: { visible: false } },
  // @ts-expect-error no token governs recording
  { ...inRoom, rights: { record: true } },
  // @ts-expect-error admission comes with moderation and sending
  { ...inRoom, rights: { admit: true } },
  // @ts-expect-error moderation comes whole
  { ...inRoom, rights: { moderate: { media: true, remove: false }, admit: true } },
  // @ts-expect-error nobody is removed at the token's expiry
  { ...inRoom, stay: { endsAtExpiry: true } },
  // @ts-expect-error a lobby guest has no token
  { ...inRoom, entry: "ask" },
  // @ts-expect-error no token calls the server API
  { ...inRoom, purpose: "api" },
  // @ts-expect-error nothing starts by itself
  { ...inRoom, automation: { record: true } },
  // @ts-expect-error an extension that does not exist
  { ...inRoom, extensions: { metered: { isAdmin: true } } },
];
