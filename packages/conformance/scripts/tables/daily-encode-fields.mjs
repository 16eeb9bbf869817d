// Daily: single fields of a grant, each of its values.
import { domain, pages } from "./daily-facts.mjs";
import { expiresAt, now } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };
const claims = (others) => ({ exp: expiresAt, r: "standup", ...others, d: domain, iat: now });

const signed = (id, comment, flags, changes, claim, report = []) => ({
  id,
  comment,
  flags,
  grant: { ...plain, ...changes },
  claims: claims(claim),
  report: report.map((line) => {
    const [kind, path] = line.split(" ");
    return { path, kind };
  }),
});

const language = (tag, code = tag) =>
  signed(
    `language-${tag.toLowerCase()}`,
    `the language ${tag}`,
    ["Description"],
    { client: { language: tag } },
    { uil: code },
  );

const rights = (id, comment, said, claim, report) =>
  signed(`rights-${id}`, comment, ["OneField"], { rights: said }, claim, report);

const map = (value) => ({ "*": value });

export const fields = {
  title: "Single fields, and everything that the report says of them",
  spec: [pages.createToken, pages.selfSigning, pages.permissions],
  shared: { method: "sign" },
  tests: [
    ...["da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "pt-BR", "pl", "ru", "sv", "tr", "cs", "sk"].map(
      (tag) => language(tag),
    ),
    language("en-US", "en-us"),
    signed(
      "language-in-capitals",
      "tags are compared without case",
      ["Description"],
      { client: { language: "PT-br" } },
      { uil: "pt-BR" },
      [],
    ),
    signed(
      "language-georgian",
      "nobody documents that `ka` is Georgian",
      ["Description", "UnknownStance"],
      { client: { language: "ka" } },
      {},
      ["dropped client.language"],
    ),
    signed(
      "avatar",
      "a picture has no place",
      ["Description"],
      { participant: { avatarUrl: "https://example.org/a.png" } },
      {},
      ["dropped participant.avatarUrl"],
    ),
    signed("metadata", "metadata goes to the client", ["Description"], { participant: { metadata: { seat: 4 } } }, {}, [
      "moved participant.metadata",
    ]),
    signed("metadata-null", "also where it is null", ["Description"], { participant: { metadata: null } }, {}, [
      "moved participant.metadata",
    ]),
    signed(
      "name-empty",
      "an empty name is written as it is",
      ["Description"],
      { participant: { name: "" } },
      { u: "" },
    ),
    signed(
      "camera-off",
      "one device off",
      ["Description", "AbsentIsNotFalse"],
      { start: { camera: "off" } },
      { vo: true },
    ),
    signed(
      "microphone-on",
      "one device on",
      ["Description", "AbsentIsNotFalse"],
      { start: { microphone: "on" } },
      { ao: false },
    ),
    signed("microphone-off", "the other one off", ["Description"], { start: { microphone: "off" } }, { ao: true }),
    signed("close-tab", "the tab is closed", ["Description"], { client: { closeTabOnExit: true } }, { ctoe: true }),
    signed(
      "redirect",
      "where the client goes",
      ["Description"],
      { client: { redirectUrl: "https://example.org/" } },
      { rome: "https://example.org/" },
    ),
    signed("stay-one", "the shortest stay", ["TimeClaim"], { stay: { maxSeconds: 1 } }, { eje: 1 }),
    signed(
      "stay-both",
      "both ends of a stay",
      ["TimeClaim"],
      { stay: { endsAtExpiry: false, maxSeconds: 60 } },
      { ejt: false, eje: 60 },
    ),
    signed("extensions-empty", "no extension is nothing to write", ["VendorOnly"], { extensions: { daily: {} } }, {}),
    signed(
      "language-of-browser",
      "the browser's own language has no tag",
      ["VendorOnly"],
      { extensions: { daily: { lang: "user" } } },
      { uil: "user" },
    ),
    signed(
      "language-ka",
      "what nobody documents is taken by its own name",
      ["VendorOnly"],
      { extensions: { daily: { lang: "ka" } } },
      { uil: "ka" },
    ),
    rights("one-medium", "one kind alone, given", { publish: ["camera"] }, { ss: false, p: { cs: "v" } }),
    rights("microphone", "the microphone alone", { publish: ["microphone"] }, { ss: false, p: { cs: "a" } }),
    rights("custom", "custom tracks alone", { publish: ["custom"] }, { ss: false, p: { cs: "cv,ca" } }),
    rights(
      "not-custom",
      "everything but custom tracks",
      { publish: ["microphone", "camera", "screen", "screenAudio"] },
      { ss: true, p: { cs: "v,a,sv,sa" } },
    ),
    rights(
      "screen-without-sound",
      "a screen without its sound",
      { publish: ["screen"] },
      { ss: true, p: { cs: "sv" } },
    ),
    rights(
      "camera-and-screen",
      "a camera and a screen",
      { publish: ["camera", "screen"] },
      { ss: true, p: { cs: "v,sv" } },
    ),
    rights(
      "receives-from-one",
      "nothing but one sender",
      { subscribe: { base: false, byParticipantId: { "user-7": true } } },
      { p: { cr: { b: false, u: { "user-7": true } } } },
    ),
    rights(
      "receives-kind-from-one",
      "one kind of one sender",
      { subscribe: { base: true, byParticipantId: { "user-7": { camera: false, custom: false } } } },
      {
        p: { cr: { b: true, u: { "user-7": { v: false, cv: map(false), ca: map(false) } } } },
      },
    ),
    rights(
      "receives-screen",
      "the screen and its sound",
      { subscribe: ["screen", "screenAudio"] },
      {
        p: { cr: { b: { v: false, a: false, sv: true, sa: true, cv: map(false), ca: map(false) } } },
      },
    ),
    rights(
      "administers-all",
      "every role but admission",
      { moderate: true, livestream: true, transcribe: true },
      { p: { ca: true } },
    ),
    rights(
      "streams-and-transcribes",
      "two roles without the first",
      { livestream: true, transcribe: true },
      { p: { ca: "s,t" } },
      ["narrowed rights.moderate"],
    ),
    rights(
      "moderates-and-streams",
      "two roles without the last",
      { moderate: true, livestream: true },
      { p: { ca: "p,s" } },
      ["narrowed rights.transcribe"],
    ),
    rights("no-livestream", "one denied role", { livestream: false }, { p: { ca: false } }, [
      "narrowed rights.moderate",
      "narrowed rights.transcribe",
    ]),
    rights("no-transcription", "another denied role", { transcribe: false }, { p: { ca: false } }, [
      "narrowed rights.moderate",
      "narrowed rights.livestream",
    ]),
    rights("no-admission", "admission denied", { admit: false }, { p: { ca: false } }, [
      "narrowed rights.moderate",
      "narrowed rights.livestream",
      "narrowed rights.transcribe",
    ]),
    rights(
      "owner-records",
      "an owner who records",
      { moderate: true, admit: true, livestream: true, transcribe: true, record: ["cloud"] },
      { o: true, er: "cloud" },
    ),
  ],
};

const requested = (id, comment, flags, changes, fields) => ({
  id: `request-${id}`,
  comment,
  flags,
  grant: { ...plain, ...changes },
  body: { room_name: "standup", exp: expiresAt, ...fields },
});

const all = ["cloud", "cloud-audio-only", "local", "raw-tracks"];

export const furtherRequests = {
  title: "Requests with single fields",
  spec: [pages.createToken],
  shared: { method: "request" },
  tests: [
    requested(
      "every-room",
      "every room of the domain",
      ["EveryRoom"],
      { room: { any: true } },
      { room_name: undefined },
    ),
    requested(
      "never-expires",
      "for ever",
      ["NeverExpires"],
      { expiresIn: undefined, expiresAt: null },
      { exp: undefined },
    ),
    requested("guest", "a guest of the waiting room", ["EntryRequest"], { entry: "ask" }, { knocking: true }),
    requested(
      "direct",
      "somebody who walks in",
      ["EntryRequest", "AbsentIsNotFalse"],
      { entry: "direct" },
      { knocking: false },
    ),
    requested(
      "start-state",
      "how the client starts",
      ["Description"],
      { start: { camera: "off", microphone: "on" } },
      {
        start_video_off: true,
        start_audio_off: false,
      },
    ),
    requested(
      "hints",
      "hints to the client",
      ["Description"],
      { client: { language: "ja", redirectUrl: "https://example.org/", closeTabOnExit: false } },
      {
        lang: "jp",
        redirect_on_meeting_exit: "https://example.org/",
        close_tab_on_exit: false,
      },
    ),
    requested(
      "recording-button",
      "a button",
      ["VendorOnly"],
      { extensions: { daily: { enable_recording_ui: false } } },
      { enable_recording_ui: false },
    ),
    requested(
      "language-of-browser",
      "the browser's own language",
      ["VendorOnly"],
      { extensions: { daily: { lang: "user" } } },
      { lang: "user" },
    ),
    requested(
      "record-three",
      "three ways to record",
      ["RequestOnly"],
      { rights: { record: ["local", "cloud", "cloudAudioOnly"] } },
      {
        enable_recording: all.slice(0, 3),
      },
    ),
    requested(
      "receives-kinds",
      "kinds by their long names",
      ["OneField"],
      { rights: { subscribe: ["microphone"] } },
      {
        permissions: {
          canReceive: {
            base: {
              video: false,
              audio: true,
              screenVideo: false,
              screenAudio: false,
              customVideo: { "*": false },
              customAudio: { "*": false },
            },
          },
        },
      },
    ),
    requested(
      "receives-from-one",
      "a sender by his id",
      ["OneField"],
      { rights: { subscribe: { base: false, byParticipantId: { "user-7": true } } } },
      {
        permissions: { canReceive: { base: false, byUserId: { "user-7": true } } },
      },
    ),
    requested(
      "screen-sound",
      "a screen's sound by its long name",
      ["OneField"],
      { rights: { publish: ["screenAudio", "custom"] } },
      {
        permissions: { canSend: ["screenAudio", "customVideo", "customAudio"] },
      },
    ),
    requested(
      "transcription-starts",
      "a transcription that starts when this owner joins",
      ["RoleFlag"],
      {
        rights: { moderate: true, admit: true, livestream: true, transcribe: true },
        automation: { transcribe: true },
      },
      { is_owner: true, auto_start_transcription: true },
    ),
    requested(
      "no-role",
      "no role at all",
      ["RoleFlag", "AbsentIsNotFalse"],
      { rights: { moderate: false, livestream: false, transcribe: false } },
      {
        permissions: { canAdmin: false },
      },
    ),
  ],
};
