// Daily: each claim with a value that nobody documents.
import { anyRoom, claims, domain, grant, pages } from "./daily-facts.mjs";
import { error, info, issuedAt, now, surely, warning } from "./words.mjs";

const unread = (claim, id, value, others = {}) => ({
  id: `claim-${claim}-${id}`,
  comment: others.comment ?? `\`${claim}\` of another type or value is reported and gives nothing`,
  flags: [others.code === "claims.unknown-value" ? "UnknownValue" : "WrongType", ...(others.flags ?? [])],
  twin: others.twin ?? "plain",
  claims: claims({ [claim]: value }),
  grant: grant(others.says),
  ...(others.issuance === undefined ? {} : { issuance: others.issuance }),
  findings: [
    { ...error(others.code ?? "claims.invalid", others.at ?? claim), ...others.told },
    ...(others.findings ?? []),
  ],
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
    unread("er", "former-cloud", "cloud-beta", { ...unknownWay, told: { mentions: "cloud" } }),
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
