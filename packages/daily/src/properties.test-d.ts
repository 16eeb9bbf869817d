// Checked by the compiler only: what a Daily token cannot hold does not compile.
import type { DailyGrantInput, DailyProperties } from "./properties.js";

const inRoom = { room: "standup", expiresIn: "1h" } as const;

export const held: readonly DailyGrantInput[] = [
  inRoom,
  { room: { any: true }, expiresAt: null },
  { ...inRoom, participant: { id: "u_1", name: "Alice", metadata: { team: "red" } }, notBefore: 1_800_000_000 },
  { ...inRoom, stay: { maxSeconds: 1800, endsAtExpiry: true }, entry: "ask", purpose: "participant" },
  { ...inRoom, rights: { publish: ["microphone", "camera"], subscribe: true, moderate: false } },
  { ...inRoom, rights: { publish: { screen: false }, subscribe: ["camera"], visible: false } },
  { ...inRoom, rights: { moderate: true, admit: true, livestream: true, transcribe: true, record: true } },
  { ...inRoom, rights: { record: ["cloud"] }, automation: { record: { mode: "cloud" }, transcribe: true } },
  {
    ...inRoom,
    start: { camera: "off" },
    client: { language: "de" },
    extensions: { daily: { lang: "user", enable_prejoin_ui: true } },
  },
];

export const notHeld: readonly DailyGrantInput[] = [
  // @ts-expect-error a room has to be said
  { expiresIn: "1h" },
  // @ts-expect-error one room or every room
  { ...inRoom, room: { anyOf: ["a", "b"] } },
  // @ts-expect-error no patterns
  { ...inRoom, room: { pattern: "a*", dialect: "glob" } },
  // @ts-expect-error tokens join rooms, the server API takes the API key
  { ...inRoom, purpose: "api" },
  // @ts-expect-error no token governs data
  { ...inRoom, rights: { publish: { data: true } } },
  // @ts-expect-error no token governs data
  { ...inRoom, rights: { publish: ["camera", "data"] } },
  // @ts-expect-error no token denies recording
  { ...inRoom, rights: { record: false } },
  // @ts-expect-error live streaming has no modes
  { ...inRoom, rights: { livestream: ["cloud"] } },
  // @ts-expect-error transcription has no modes
  { ...inRoom, rights: { transcribe: ["cloud"] } },
  // @ts-expect-error only cloud recordings start by themselves
  { ...inRoom, automation: { record: { mode: "local" } } },
  // @ts-expect-error the mode has to be said
  { ...inRoom, automation: { record: true } },
  // @ts-expect-error languages that have a tag are neutral
  { ...inRoom, extensions: { daily: { lang: "de" } } },
  // @ts-expect-error the wrong type
  { ...inRoom, extensions: { daily: { enable_terse_logging: "yes" } } },
];

export const properties: readonly DailyProperties[] = [
  {
    room_name: "standup",
    permissions: { canSend: ["video"], canAdmin: ["participants"] },
    enable_recording: ["cloud", "raw-tracks"],
  },
  // @ts-expect-error a name that Daily gave up
  { enable_recording: "rtp-tracks" },
  // @ts-expect-error runtime names of another SDK
  { permissions: { canSend: ["camera"] } },
  // @ts-expect-error the claim's text is not the property's list
  { permissions: { canSend: "v,a" } },
];
