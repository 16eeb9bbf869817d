// Daily: requests for tokens, with the documented long names.
import { pages } from "./daily-facts.mjs";
import { expiresAt, now } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };
const body = (others = {}) => ({ room_name: "standup", exp: expiresAt, ...others });

export const requests = {
  title: "Requests that Daily mints a token",
  spec: [pages.createToken],
  shared: { method: "request" },
  tests: [
    {
      id: "request-plain",
      comment: "long names; the domain and the time of issue are Daily's to add",
      flags: ["OneField", "SecretPosition"],
      grant: plain,
      body: body(),
    },
    {
      id: "request-person",
      comment: "who it is for, and when",
      flags: ["OneField", "Identity", "TimeClaim"],
      grant: {
        ...plain,
        participant: { id: "user-7", name: "Alice" },
        notBefore: now + 60,
        stay: { endsAtExpiry: true, maxSeconds: 600 },
      },
      body: body({
        nbf: now + 60,
        user_id: "user-7",
        user_name: "Alice",
        eject_at_token_exp: true,
        eject_after_elapsed: 600,
      }),
    },
    {
      id: "request-permissions",
      comment: "lists stay lists where a claim has one text",
      flags: ["OneField", "AbsentIsNotFalse"],
      grant: {
        ...plain,
        rights: {
          publish: ["microphone", "camera"],
          subscribe: false,
          visible: true,
          moderate: true,
          transcribe: true,
        },
      },
      body: body({
        enable_screenshare: false,
        permissions: {
          hasPresence: true,
          canSend: ["video", "audio"],
          canReceive: { base: false },
          canAdmin: ["participants", "transcription"],
        },
      }),
    },
    {
      id: "request-client-properties",
      comment: "the three properties that no claim can carry",
      flags: ["RequestOnly", "VendorOnly", "AbsentIsNotFalse"],
      grant: {
        ...plain,
        extensions: {
          daily: { enable_prejoin_ui: false, enable_live_captions_ui: true, enable_terse_logging: true },
        },
      },
      body: body({ enable_prejoin_ui: false, enable_live_captions_ui: true, enable_terse_logging: true }),
    },
    {
      id: "request-recording-options",
      comment: "options of a recording go as they are",
      flags: ["RequestOnly", "VendorOnly"],
      grant: {
        ...plain,
        rights: { record: ["cloud"] },
        automation: { record: { mode: "cloud" } },
        extensions: { daily: { start_cloud_recording_opts: { layout: { preset: "default" } } } },
      },
      body: body({
        enable_recording: "cloud",
        start_cloud_recording: true,
        start_cloud_recording_opts: { layout: { preset: "default" } },
      }),
    },
    {
      id: "request-record-list",
      comment: "two ways to record",
      flags: ["RequestOnly"],
      grant: { ...plain, rights: { record: ["rawTracks", "cloud"] } },
      body: body({ enable_recording: ["cloud", "raw-tracks"] }),
    },
    {
      id: "request-record-all",
      comment: "every way to record is each of them",
      flags: ["RequestOnly"],
      grant: { ...plain, rights: { record: true } },
      body: body({ enable_recording: ["cloud", "cloud-audio-only", "local", "raw-tracks"] }),
    },
    {
      id: "request-owner",
      comment: "all administration rights together make an owner",
      flags: ["OneField", "RoleFlag"],
      grant: { ...plain, rights: { moderate: true, admit: true, livestream: true, transcribe: true } },
      body: body({ is_owner: true }),
    },
  ],
};
