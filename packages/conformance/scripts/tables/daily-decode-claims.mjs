// Daily: each claim with a value that nobody documents, and names that are mistaken for claims.
import { anyRoom, claims, domain, grant, pages, permitted } from "./daily-facts.mjs";
import { error, expiresAt, info, issuedAt, now, surely, warning } from "./words.mjs";

const unread = (claim, id, value, others = {}) => ({
  id: `claim-${claim}-${id}`,
  comment: others.comment ?? `\`${claim}\` of another type or value is reported and gives nothing`,
  flags: [others.code === "claims.unknown-value" ? "UnknownValue" : "WrongType", ...(others.flags ?? [])],
  twin: others.twin ?? "plain",
  claims: claims({ [claim]: value }),
  grant: grant(others.says),
  ...(others.issuance === undefined ? {} : { issuance: others.issuance }),
  findings: [error(others.code ?? "claims.invalid", others.at ?? claim), ...(others.findings ?? [])],
  ...(others.authority === undefined ? {} : { authority: others.authority }),
});

const switches = ["k", "ss", "erui", "sr", "ast", "vo", "ao", "ejt", "ctoe"];
const everyRoomFeared = { says: { room: anyRoom }, authority: { room: surely(anyRoom) }, flags: ["EveryRoom"] };
const endless = { says: { expiresAt: undefined }, flags: ["TimeClaim"] };
const unknownWay = { twin: "recording-cloud", code: "claims.unknown-value" };

/** The domain and the time of issue stand last in the shared claims. */
const last = (id, comment, changes, issuance, path) => ({
  id,
  comment,
  flags: ["WrongType"],
  twin: "plain",
  claims: { ...claims(), ...changes },
  grant: grant(),
  issuance,
  findings: [
    error("claims.invalid", path),
    ...(path === "d" ? [warning("daily.missing-domain", "d")] : [warning("daily.missing-issued-at", "iat")]),
  ],
});

export const wrongValues = {
  title: "Claims with a value that nobody documents",
  spec: [pages.selfSigning, pages.createToken],
  tests: [
    unread("o", "one", 1, { comment: "1 makes no owner" }),
    unread("o", "null", null, { comment: "null makes no owner" }),
    ...switches.flatMap((claim) => [
      unread(claim, "text", "true", { comment: "`true` as text switches nothing" }),
      unread(claim, "one", 1, { comment: "1 switches nothing" }),
      unread(claim, "null", null, { comment: "null is no statement that anybody knows" }),
    ]),
    unread("r", "number", 7, { comment: "a room that cannot be read may be every room", ...everyRoomFeared }),
    unread("r", "empty", "", { comment: "an empty name may be every room", ...everyRoomFeared }),
    unread("ud", "empty", "", { twin: "user", authority: { identity: surely(null) }, flags: ["Identity"] }),
    unread("u", "number", 7, { twin: "user" }),
    unread("rome", "number", 7, { twin: "redirect" }),
    unread("nbf", "text", `${now}`, { twin: "not-before", flags: ["TimeClaim"] }),
    unread("nbf", "fraction", now + 0.5, { twin: "not-before", flags: ["TimeClaim"] }),
    unread("nbf", "negative", -1, { twin: "not-before", flags: ["TimeClaim"] }),
    unread("exp", "fraction", now + 0.5, endless),
    unread("exp", "negative", -1, endless),
    unread("exp", "null", null, endless),
    unread("eje", "text", "1800", { twin: "eject-after", flags: ["TimeClaim"] }),
    unread("eje", "fraction", 1800.5, { twin: "eject-after", flags: ["TimeClaim"] }),
    unread("eje", "negative", -60, { twin: "eject-after", flags: ["TimeClaim"] }),
    unread("sro", "text", "default", { twin: "recording-options" }),
    unread("sro", "list", [], { twin: "recording-options" }),
    unread("uil", "number", 7, { twin: "language" }),
    unread("uil", "in-capitals", "DE", { twin: "language", code: "claims.unknown-value" }),
    unread("uil", "tag", "ja", {
      twin: "language-japanese",
      code: "claims.unknown-value",
      comment: "a tag that is no code of Daily's",
    }),
    unread("er", "true", true, { twin: "recording-cloud" }),
    unread("er", "null", null, { twin: "recording-cloud" }),
    unread("er", "number", 1, { twin: "recording-cloud" }),
    unread("er", "former-cloud", "cloud-beta", unknownWay),
    unread("er", "former-stream", "output-byte-stream", unknownWay),
    unread("er", "neutral", "cloudAudioOnly", { ...unknownWay, comment: "the neutral word is none of Daily's" }),
    unread("er", "list-of-unknown", ["hologram"], { ...unknownWay, at: "er[0]" }),
    unread("er", "list-of-off", ["off"], { ...unknownWay, at: "er[0]" }),
    unread("er", "list-of-false", [false], { twin: "recording-cloud", at: "er[0]" }),
    unread("er", "list-of-number", [1], { twin: "recording-cloud", at: "er[0]" }),
    last("claim-d-number", "a domain that cannot be read is nobody's", { d: 7 }, { issuedAt }, "d"),
    last("claim-d-empty", "nor is an empty one anybody's", { d: "" }, { issuedAt }, "d"),
    last("claim-iat-text", "a time of issue as text is not read", { iat: `${issuedAt}` }, { tenant: domain }, "iat"),
    last("claim-iat-negative", "nor one before 1970", { iat: -1 }, { tenant: domain }, "iat"),
  ],
};

const says = (id, comment, claim, others, residue) => ({
  id,
  comment,
  flags: ["AbsentIsNotFalse"],
  claims: claims(claim),
  grant: grant(others),
  ...(residue === undefined ? {} : { residue }),
});

const language = (code, tag) =>
  says(`language-${code.toLowerCase()}`, `the code ${code}`, { uil: code }, { client: { language: tag ?? code } });

const outside = (code, tag) => ({
  ...language(code, tag),
  flags: ["ToleratedSpelling"],
  findings: [warning("daily.language-outside-contract", "uil")],
});

export const oddValues = {
  title: "Every language, and values at the edge of what is documented",
  spec: [pages.createToken],
  tests: [
    ...["da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "pl", "ru", "sv", "tr"].map((code) =>
      language(code),
    ),
    outside("sk"),
    outside("en-us", "en-US"),
    says("language-ka", "nobody documents which language it is", { uil: "ka" }, {}, { lang: "ka" }),
    {
      ...says("language-empty", "daily-js takes an empty code", { uil: "" }, {}, { lang: "" }),
      findings: [warning("daily.language-outside-contract", "uil")],
    },
    says("name-empty", "an empty name is kept", { u: "" }, { participant: { name: "" } }),
    says(
      "redirect-empty",
      "an empty address leads nowhere, and is kept",
      { rome: "" },
      {},
      { redirect_on_meeting_exit: "" },
    ),
    says("expiry-zero", "an expiry of zero is over, and not none", { exp: 0 }, { expiresAt: 0 }),
    says("eject-after-one", "a second is a time", { eje: 1 }, { stay: { maxSeconds: 1 } }),
    says(
      "stay-both",
      "both ends of a stay",
      { ejt: false, eje: 60 },
      { stay: { endsAtExpiry: false, maxSeconds: 60 } },
    ),
    says("camera-off-alone", "one device off, nothing said of the other", { vo: true }, { start: { camera: "off" } }),
    says(
      "microphone-on-alone",
      "one device on, nothing said of the other",
      { ao: false },
      { start: { microphone: "on" } },
    ),
    says(
      "transcription-not-started",
      "an explicit no says what silence says",
      { ast: false },
      {},
      { auto_start_transcription: false },
    ),
    says(
      "join-alert-odd",
      "what nobody documents is kept, whatever it is",
      { ij: null, mjh: [1] },
      {},
      {
        intercom_join_alert: null,
        meeting_join_hook: [1],
      },
    ),
    says("recording-options-empty", "no options are options", { sro: {} }, {}, { start_cloud_recording_opts: {} }),
    {
      ...says(
        "room-address",
        "the address of a room is kept, and opens perhaps nothing",
        { r: "https://acme.daily.co/x" },
        {
          room: "https://acme.daily.co/x",
        },
      ),
      findings: [warning("daily.room-is-address", "r")],
    },
    {
      ...says(
        "recording-starts-audio-only",
        "a recording of sound is a cloud recording",
        { er: "cloud-audio-only", sr: true },
        {
          rights: { record: ["cloudAudioOnly"] },
          automation: { record: { mode: "cloud" } },
        },
      ),
    },
    {
      ...says(
        "hints-of-linter",
        "what the holder should know of it",
        { k: true, sr: true, exp: undefined, ud: "u", r: undefined },
        {
          room: anyRoom,
          expiresAt: null,
          entry: "ask",
          participant: { id: "u" },
          automation: { record: { mode: "cloud" } },
        },
      ),
      findings: [
        info("daily.knocking-needs-room", "k"),
        info("daily.start-recording-needs-room", "sr"),
        info("daily.missing-room", "r"),
        info("daily.shared-identity", "ud"),
      ],
    },
  ],
};

const misnamed = (path) => warning("lint.unknown-claim", path);

const told = (id, comment, members, reported = Object.keys(members), others = {}) => ({
  id,
  comment,
  flags: [reported.length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: { ...claims(), ...members, ...others.without },
  grant: grant(others.says),
  unknown: members,
  findings: [...reported.map(misnamed), ...(others.findings ?? [])],
});

const longNames = {
  domain_id: domain,
  user_id: "u",
  user_name: "Alice",
  knocking: true,
  close_tab_on_exit: true,
  redirect_on_meeting_exit: "https://example.org/",
  intercom_join_alert: true,
  start_cloud_recording: true,
  start_cloud_recording_opts: {},
  auto_start_transcription: true,
};
const furtherLongNames = {
  enable_recording: "cloud",
  enable_screenshare: false,
  start_video_off: true,
  start_audio_off: true,
  meeting_join_hook: "x",
  eject_at_token_exp: true,
  eject_after_elapsed: 60,
  lang: "de",
  enable_recording_ui: true,
  permissions: {},
};
const otherCase = {
  roomName: "x",
  "room-name": "x",
  userId: "u",
  IsOwner: true,
  enableScreenshare: false,
  R: "x",
  UD: "u",
  EXP: 1,
};
const requestOnly = { enable_live_captions_ui: true, enable_terse_logging: true, enablePrejoinUi: true };
const slips = { nfb: 1, expp: 1, iatt: 1, ejtt: true, erui_: true, cteo: true };
const longest = `room_name${"_".repeat(31)}`;

export const names = {
  title: "Names that are mistaken for claims",
  spec: [pages.selfSigning, pages.createToken],
  tests: [
    told("long-names", "the long names are no claims", longNames),
    told("further-long-names", "none of them is", furtherLongNames),
    told("names-in-other-case", "claims are told apart by every letter and its case", otherCase),
    told("request-only-names", "properties that only a request carries", requestOnly),
    told("slips", "slips of names with three letters and more", slips),
    told(
      "slips-of-two-letters",
      "shorter names are near to everything, and not guessed at",
      { rr: "x", dd: "y", uu: 1, x: 2 },
      [],
    ),
    told(
      "foreign-names",
      "names of the standard beside Daily's own say nothing amiss",
      { iss: "x", sub: "x", room: "x" },
      [],
    ),
    told("foreign-user", "a user id under a name of others", { uid: "u" }),
    told("foreign-user-beside", "beside Daily's own it is nobody's mistake", { uid: "u" }, [], {
      without: { ud: "u" },
      says: { participant: { id: "u" } },
    }),
    told(
      "names-of-nobody",
      "names that are near to no claim",
      { department: "sales", "x-tier": 1, otcd: "a", jti: "b" },
      [],
    ),
    told(
      "names-odd",
      "names that are no plain words are not guessed at",
      { "room name": 1, "room_name!": 1, ".exp": 1, "exp\n": 1, "": 1 },
      [],
    ),
    told("names-longest", "forty characters are a plain name", { [longest]: "x" }),
    told("names-too-long", "one more is not", { [`${longest}_`]: "x" }, []),
    told(
      "unknown-values",
      "unknown claims survive with every JSON value",
      { "x-a": null, "x-b": [], "x-c": {}, "x-d": 0 },
      [],
    ),
    {
      id: "members-long-names",
      comment: "long names inside the permissions are no members either",
      flags: ["MisnamedClaim", "ShortNames"],
      claims: permitted({
        hasPresence: false,
        can_receive: {},
        canAdmin: true,
        cr: {
          b: true,
          base: false,
          byUserId: {},
          by_participant_id: {},
          u: { "user-7": { video: true, "custom-audio": 1 } },
        },
      }),
      grant: grant({ rights: { subscribe: true } }),
      residue: null,
      unknown: {
        p: {
          hasPresence: false,
          can_receive: {},
          canAdmin: true,
          cr: { base: false, byUserId: {}, by_participant_id: {}, u: { "user-7": { video: true, "custom-audio": 1 } } },
        },
      },
      findings: [
        misnamed("p.hasPresence"),
        misnamed("p.can_receive"),
        misnamed("p.canAdmin"),
        misnamed("p.cr.base"),
        misnamed("p.cr.byUserId"),
        misnamed("p.cr.by_participant_id"),
        misnamed("p.cr.u[0].video"),
        misnamed("p.cr.u[0].custom-audio"),
      ],
    },
    {
      id: "members-of-nobody",
      comment: "members that are near to no long name survive, and nobody guesses",
      flags: ["UnknownMember", "ShortNames"],
      claims: permitted({
        zz: 1,
        "can send": true,
        cr: {
          b: { v: true, a: true, sv: true, sa: true, cv: { "*": true }, ca: { "*": true }, zz: 1 },
          p: { s: { yy: 2 } },
        },
      }),
      grant: grant({ rights: { subscribe: true } }),
      residue: null,
      unknown: { p: { zz: 1, "can send": true, cr: { b: { zz: 1 }, p: { s: { yy: 2 } } } } },
    },
    {
      id: "standard-times",
      comment: "times under their plain names",
      flags: ["TimeClaim"],
      claims: { ...claims(), nbf: now },
      grant: grant({ notBefore: now }),
      authority: { window: surely({ notBefore: now, expiresAt }) },
    },
  ],
};
