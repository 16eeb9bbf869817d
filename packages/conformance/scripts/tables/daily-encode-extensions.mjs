// Daily: names in the extensions that are no extensions, and fields that no token holds.
import { pages } from "./daily-facts.mjs";
import { expiresAt, now, refused } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };

const extension = (
  name,
  value,
  { code = "grant.modelled-extension", path = `.${name}`, id = name, comment, twin = "recording-button" },
) => ({
  id: `extension-${id.toLowerCase().replaceAll("_", "-")}`,
  comment,
  flags: [
    { "grant.invalid": "WrongType", "grant.unknown-field": "UnknownField", "grant.unsupported": "UnknownStance" }[
      code
    ] ?? "ModelledExtension",
  ],
  twin,
  grant: { ...plain, extensions: { daily: { [name]: value } } },
  expect: refused(code, `extensions.daily${path}`),
});

const modelled = Object.entries({
  room_name: "other",
  nbf: now,
  exp: expiresAt,
  eject_at_token_exp: true,
  eject_after_elapsed: 60,
  user_name: "Alice",
  user_id: "u",
  enable_screenshare: true,
  start_video_off: true,
  start_audio_off: true,
  enable_recording: "cloud",
  start_cloud_recording: true,
  auto_start_transcription: true,
  knocking: true,
  close_tab_on_exit: true,
  redirect_on_meeting_exit: "https://example.org/",
}).map(([name, value]) => extension(name, value, { comment: `\`${name}\` has a neutral name, and is checked there` }));

const wrong = (name, value, id, comment) =>
  extension(name, value, { code: "grant.invalid", id: `${name}-${id}`, comment });
const unknown = { code: "grant.unknown-field" };

const cannot = (id, comment, changes, path, twin = "plain", code = "grant.unsupported") => ({
  id,
  comment,
  flags: ["CannotBeHeld"],
  twin,
  grant: { ...plain, ...changes },
  expect: refused(code, path),
});

export const extensions = {
  title: "Extensions that are none, and fields that no token holds",
  spec: [pages.createToken],
  shared: { method: "sign" },
  tests: [
    ...modelled,
    extension("lang", "de", { id: "language", comment: "a language with a tag has a neutral name" }),
    wrong("lang", 7, "number", "a number is no language"),
    wrong("lang", "hu", "unknown", "nor is a code that Daily does not have"),
    wrong("enable_recording_ui", 1, "number", "1 is no switch"),
    wrong("enable_prejoin_ui", "true", "text", "`true` as text is no switch"),
    wrong("enable_live_captions_ui", null, "null", "null is no switch"),
    wrong("enable_terse_logging", 0, "number", "0 is no switch"),
    wrong("start_cloud_recording_opts", "default", "text", "options are an object"),
    wrong("start_cloud_recording_opts", [], "list", "and no list"),
    extension("iat", now, { code: "grant.unsupported", comment: "the time of issue is the provider's to write" }),
    extension("intercom_join_alert", true, {
      code: "grant.unsupported",
      comment: "what nobody documents is never produced",
    }),
    extension("enable_recordingui", true, { ...unknown, id: "misspelt", comment: "a slip of a property is none" }),
    extension("isOwner", true, { ...unknown, comment: "names are told apart by every letter" }),
    extension("r", "other", { ...unknown, id: "claim", comment: "the name of a claim is no property" }),
    extension("constructor", true, { ...unknown, comment: "what every object has is no property" }),
    extension("enable_live_captions_ui", true, {
      code: "grant.unsupported",
      id: "captions-signed",
      comment: "a second property without a claim",
      twin: "request-client-properties",
    }),
    extension("enable_terse_logging", false, {
      code: "grant.unsupported",
      id: "logging-signed",
      comment: "a third property without a claim, also where it is off",
      twin: "request-client-properties",
    }),
    cannot(
      "room-address-relative",
      "part of an address is no name either",
      { room: "acme/standup" },
      "room",
      "plain",
      "grant.invalid",
    ),
    cannot("both-purposes", "a token that joins calls no server API", { purpose: ["participant", "api"] }, "purpose"),
    cannot(
      "transcription-modes",
      "transcriptions have no modes",
      { rights: { transcribe: ["cloud"] } },
      "rights.transcribe",
      "transcribe",
    ),
    cannot(
      "automatic-recording-unsaid",
      "how to record has to be said",
      { automation: { record: {} } },
      "automation.record",
      "record-cloud",
    ),
    cannot(
      "automatic-recording-raw",
      "raw tracks do not start by themselves",
      { automation: { record: { mode: "rawTracks" } } },
      "automation.record",
      "record-cloud",
    ),
    cannot(
      "automatic-transcription-mode",
      "a transcription that starts has no mode",
      { automation: { transcribe: { mode: "cloud" } } },
      "automation.transcribe",
      "transcription-starts",
    ),
    cannot(
      "record-all-signed",
      "every way to record is a list",
      { rights: { record: true } },
      "rights.record",
      "request-record-all",
    ),
    cannot(
      "moderates-media-only",
      "one role covers all of moderation",
      { rights: { moderate: { media: true } } },
      "rights.moderate.media",
      "moderator",
    ),
    cannot(
      "admits-and-moderates",
      "admission takes an owner, who streams and transcribes",
      { rights: { moderate: true, admit: true } },
      "rights.admit",
      "owner",
    ),
  ],
};
