// Daily: start state, hints, recording and what only Daily has.
import { claims, grant, granting, owning, pages, sending } from "./daily-facts.mjs";
import { error, surely, warning } from "./words.mjs";

const hint = (id, comment, claim, client) => ({
  id,
  comment,
  flags: ["OneClaim", "Description"],
  claims: claims(claim),
  grant: grant({ client }),
});

const own = (id, comment, claim, residue, flags = ["OneClaim", "VendorOnly"]) => ({
  id,
  comment,
  flags,
  claims: claims(claim),
  grant: grant(),
  residue,
});

export const properties = {
  title: "Start state, hints to the client, and what only Daily has",
  spec: [pages.createToken, pages.selfSigning],
  tests: [
    {
      id: "start-state-off",
      comment: "not started is not forbidden",
      flags: ["OneClaim", "Description"],
      claims: claims({ vo: true, ao: true }),
      grant: grant({ start: { camera: "off", microphone: "off" } }),
      authority: { rights: { "rights.publish.camera": "default(allow)" } },
    },
    {
      id: "start-state-on",
      comment: "the property says off, so false is on",
      flags: ["AbsentIsNotFalse", "Description"],
      claims: claims({ vo: false, ao: false }),
      grant: grant({ start: { camera: "on", microphone: "on" } }),
    },
    hint("language", "a code that is the language tag too", { uil: "pt-BR" }, { language: "pt-BR" }),
    hint("language-japanese", "Daily's own code for Japanese", { uil: "jp" }, { language: "ja" }),
    own("language-of-browser", "the browser's own language has no tag", { uil: "user" }, { lang: "user" }),
    {
      id: "language-outside-contract",
      comment: "daily-js knows a few more codes than the reference lists",
      flags: ["ToleratedSpelling", "Description"],
      claims: claims({ uil: "cs" }),
      grant: grant({ client: { language: "cs" } }),
      findings: [warning("daily.language-outside-contract", "uil")],
    },
    {
      id: "language-unknown",
      comment: "a code that Daily does not have",
      flags: ["UnknownValue", "Description"],
      twin: "language",
      claims: claims({ uil: "xx" }),
      grant: grant(),
      findings: [error("claims.unknown-value", "uil")],
    },
    hint("redirect", "where the client goes afterwards", { rome: "https://example.org/bye" }, { redirectUrl: "https://example.org/bye" }),
    hint("close-tab", "the tab is closed", { ctoe: true }, { closeTabOnExit: true }),
    hint("close-tab-false", "and not closed, which is a statement too", { ctoe: false }, { closeTabOnExit: false }),
    own("recording-button", "a button is no right", { erui: true }, { enable_recording_ui: true }),
    own("recording-button-false", "and hiding it no denial", { erui: false }, { enable_recording_ui: false }, [
      "AbsentIsNotFalse",
      "VendorOnly",
    ]),
    own("recording-options", "options are kept as they are", { sro: { layout: { preset: "default" } } }, {
      start_cloud_recording_opts: { layout: { preset: "default" } },
    }),
    own("join-alert", "known by its abbreviation only", { ij: true }, { intercom_join_alert: true }, [
      "UnknownStance",
      "VendorOnly",
    ]),
    own("join-hook", "its effect in a token is not documented", { mjh: "https://example.org/hook" }, {
      meeting_join_hook: "https://example.org/hook",
    }),
    {
      id: "screenshare",
      comment: "the older switch speaks of the screen, not of its sound",
      flags: ["OneClaim"],
      claims: claims({ ss: true }),
      grant: granting({ publish: { screen: true } }),
      authority: {
        rights: { "rights.publish.screen": "allow", "rights.publish.screenAudio": "default(allow)" },
      },
    },
    {
      id: "screenshare-false",
      comment: "without the screen there is none of its sound either",
      flags: ["AbsentIsNotFalse", "OneClaim"],
      claims: claims({ ss: false }),
      grant: granting({ publish: { screen: false, screenAudio: false } }),
      authority: {
        rights: {
          "rights.publish.screen": "deny",
          "rights.publish.screenAudio": "deny",
          "rights.publish.camera": "default(allow)",
        },
      },
    },
    {
      id: "screenshare-room",
      comment: "a token beats the room, and silence does not",
      flags: ["RoomSettings"],
      claims: claims({ u: "Alice" }),
      room: { enable_screenshare: false },
      grant: grant({ participant: { name: "Alice" } }),
      authority: { rights: { "rights.publish.screen": "deny" } },
    },
    {
      id: "screenshare-over-room",
      comment: "the token turns the screen on in a room that has it off",
      flags: ["RoomSettings"],
      claims: claims({ u: "Alice", ss: true }),
      room: { enable_screenshare: false },
      grant: grant({ participant: { name: "Alice" }, rights: { publish: { screen: true } } }),
      authority: { rights: { "rights.publish.screen": "allow" } },
    },
    {
      id: "screenshare-conflict",
      comment: "nobody documents which of the two switches wins: the screen is given only where both allow it",
      flags: ["Contradiction"],
      claims: claims({ ss: true, p: { cs: "v,a" } }),
      grant: granting(sending("camera", "microphone")),
      residue: null,
      findings: [warning("daily.screenshare-conflict", "ss")],
      authority: { rights: { "rights.publish.screen": "deny" } },
    },
    {
      id: "screenshare-false-beside-all",
      comment: "everything but the screen",
      flags: ["Contradiction"],
      claims: claims({ ss: false, p: { cs: true } }),
      grant: granting(sending("camera", "microphone", "custom")),
      residue: null,
      authority: { rights: { "rights.publish.screen": "deny", "rights.publish.camera": "allow" } },
    },
  ],
};

const recording = (id, value, modes) => ({
  id: `recording-${id}`,
  comment: `the way to record \`${JSON.stringify(value)}\``,
  flags: ["OneClaim"],
  claims: claims({ er: value }),
  grant: granting({ record: modes }),
  authority: { rights: { "rights.record": "allow" }, modes: { "rights.record": modes } },
});

const noRecording = (id, comment, value, flag, finding) => ({
  id: `recording-${id}`,
  comment,
  flags: [flag],
  twin: "recording-cloud",
  claims: claims({ er: value }),
  grant: grant(),
  findings: [error(finding, "er")],
  authority: { rights: { "rights.record": "unknown" } },
});

export const recordings = {
  title: "Recording and transcription",
  spec: [pages.recording, pages.createToken],
  tests: [
    recording("cloud", "cloud", ["cloud"]),
    recording("cloud-audio-only", "cloud-audio-only", ["cloudAudioOnly"]),
    recording("local", "local", ["local"]),
    recording("raw-tracks", "raw-tracks", ["rawTracks"]),
    recording("array", ["cloud", "raw-tracks"], ["cloud", "rawTracks"]),
    {
      id: "recording-array-of-one",
      comment: "a list of one says what the text says, and is kept as it was written",
      flags: ["ToleratedSpelling"],
      claims: claims({ er: ["local"] }),
      grant: granting({ record: ["local"] }),
      residue: { enable_recording: ["local"] },
    },
    noRecording("false", "no token of Daily's can deny recording", false, "WrongType", "claims.invalid"),
    noRecording("off", "nor in words", "off", "UnknownValue", "claims.unknown-value"),
    noRecording("unknown", "an unknown way to record gives nothing", "hologram", "UnknownValue", "claims.unknown-value"),
    noRecording("former-name", "a name that Daily gave up gives nothing", "rtp-tracks", "UnknownValue", "claims.unknown-value"),
    noRecording("empty-array", "nobody documents an empty list", [], "WrongType", "claims.invalid"),
    {
      id: "recording-array-unknown",
      comment: "the unknown way gives nothing, the known one still counts",
      flags: ["UnknownValue"],
      twin: "recording-array",
      claims: claims({ er: ["cloud", "hologram"] }),
      grant: granting({ record: ["cloud"] }),
      residue: null,
      findings: [error("claims.unknown-value", "er[1]")],
    },
    {
      id: "recording-starts",
      comment: "a recording that starts on joining, with the right to it",
      flags: ["OneClaim"],
      claims: claims({ er: "cloud", sr: true }),
      grant: grant({ rights: { record: ["cloud"] }, automation: { record: { mode: "cloud" } } }),
    },
    {
      id: "recording-starts-without-right",
      comment: "starting it is not the right to it: that is left to the room",
      flags: ["UnknownStance"],
      claims: claims({ sr: true }),
      grant: grant({ automation: { record: { mode: "cloud" } } }),
      authority: { rights: { "rights.record": "unknown" } },
    },
    {
      id: "recording-starts-false",
      comment: "says what silence says, and is kept",
      flags: ["AbsentIsNotFalse", "VendorOnly"],
      claims: claims({ sr: false }),
      grant: grant(),
      residue: { start_cloud_recording: false },
    },
    {
      id: "recording-room",
      comment: "a way to record that the room allows everybody",
      flags: ["RoomSettings"],
      claims: claims({ u: "Alice" }),
      room: { enable_recording: "cloud" },
      grant: grant({ participant: { name: "Alice" } }),
      authority: { rights: { "rights.record": "allow" }, modes: { "rights.record": ["cloud"] } },
    },
    {
      id: "transcription-starts",
      comment: "starts when this owner joins",
      flags: ["OneClaim", "RoleFlag"],
      claims: claims({ o: true, ast: true }),
      grant: grant({ rights: owning, automation: { transcribe: {} } }),
    },
    {
      id: "transcription-without-owner",
      comment: "starts when an owner joins, which the holder is not",
      flags: ["Contradiction", "RoleFlag"],
      claims: claims({ ast: true }),
      grant: grant({ automation: { transcribe: {} } }),
      findings: [warning("daily.transcription-without-owner", "ast")],
      authority: { identity: surely(null), rights: { "rights.transcribe": "default(deny), liftable" } },
    },
  ],
};
