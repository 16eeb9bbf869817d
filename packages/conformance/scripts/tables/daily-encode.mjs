// Grants and the Daily tokens, or requests for tokens, that they become.
import { extensions } from "./daily-encode-extensions.mjs";
import { furtherRequests, fields as moreFields } from "./daily-encode-fields.mjs";
import { refusals } from "./daily-encode-refusals.mjs";
import { requests } from "./daily-encode-requests.mjs";
import { rights } from "./daily-encode-rights.mjs";
import { anyRoom, domain, key, pages, source } from "./daily-facts.mjs";
import { expiresAt, now } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };

/** Claims in the order of the tokens that Daily prints: times, room and person first, domain and time of issue last. */
const claims = (others = {}, before = {}) => ({
  ...before,
  exp: expiresAt,
  r: "standup",
  ...others,
  d: domain,
  iat: now,
});

const owner = { moderate: true, admit: true, livestream: true, transcribe: true };

const canonical = {
  title: "Tokens letter by letter: claims in the order of the printed ones",
  spec: [pages.selfSigning, pages.tokenGuide],
  canonical: true,
  shared: { method: "sign" },
  tests: [
    {
      id: "plain",
      comment: "room, expiry, domain and time of issue, and no default written out",
      flags: ["OneField", "AbsentIsNotFalse"],
      grant: plain,
      properties: { room_name: "standup", exp: expiresAt, domain_id: domain, iat: now },
      claims: claims(),
    },
    {
      id: "user",
      comment: "an id and a name of any letters",
      flags: ["OneField", "Identity", "ShortNames"],
      grant: { ...plain, participant: { id: "user-7", name: "Zo\u0065\u0308 \u{1f600}" } },
      claims: claims({ ud: "user-7", u: "Zo\u0065\u0308 \u{1f600}" }),
    },
    {
      id: "owner",
      comment: "all administration rights together make an owner",
      flags: ["OneField", "RoleFlag"],
      grant: { ...plain, rights: owner },
      properties: { room_name: "standup", exp: expiresAt, is_owner: true, domain_id: domain, iat: now },
      claims: claims({ o: true }),
    },
    {
      id: "window",
      comment: "nobody joins before the not-before",
      flags: ["OneField", "TimeClaim"],
      grant: { ...plain, notBefore: now + 600 },
      claims: claims({}, { nbf: now + 600 }),
    },
    {
      id: "every-room",
      comment: "every room of the domain, said out loud",
      flags: ["OneField", "EveryRoom"],
      grant: { ...plain, room: anyRoom },
      claims: { exp: expiresAt, d: domain, iat: now },
    },
    {
      id: "never-expires",
      comment: "no expiry, said out loud",
      flags: ["OneField", "NeverExpires"],
      grant: { room: "standup", expiresAt: null },
      claims: { r: "standup", d: domain, iat: now },
    },
    {
      id: "lobby-guest",
      comment: "asks for admission; that the room decides whether anybody is asked is reported",
      flags: ["OneField", "EntryRequest"],
      grant: { ...plain, entry: "ask" },
      claims: claims({ k: true }),
      report: [{ path: "entry", kind: "advisory" }],
    },
    {
      id: "listener",
      comment: "sends nothing and administers nothing, each denial at its switch",
      flags: ["OneField", "ShortNames", "AbsentIsNotFalse"],
      grant: { ...plain, rights: { publish: false, moderate: false } },
      properties: {
        room_name: "standup",
        exp: expiresAt,
        enable_screenshare: false,
        permissions: { canSend: false, canAdmin: false },
        domain_id: domain,
        iat: now,
      },
      claims: claims({ ss: false, p: { cs: false, ca: false } }),
    },
    {
      id: "everything",
      comment: "one token with everything that a self-signed token can say at once",
      flags: ["OneField", "ShortNames"],
      grant: {
        room: "standup",
        participant: { id: "user-7", name: "Alice" },
        notBefore: now + 60,
        expiresAt,
        stay: { endsAtExpiry: true, maxSeconds: 600 },
        entry: "direct",
        rights: {
          publish: ["microphone", "camera"],
          subscribe: true,
          visible: true,
          moderate: true,
          livestream: false,
          transcribe: true,
          record: ["cloud"],
        },
        start: { camera: "off", microphone: "on" },
        automation: { record: { mode: "cloud" } },
        client: { language: "de", closeTabOnExit: true, redirectUrl: "https://example.org/bye" },
        extensions: { daily: { enable_recording_ui: false } },
      },
      claims: claims(
        {
          ud: "user-7",
          u: "Alice",
          k: false,
          ss: false,
          er: "cloud",
          erui: false,
          sr: true,
          vo: true,
          ao: false,
          ejt: true,
          eje: 600,
          p: { hp: true, cs: "v,a", cr: { b: true }, ca: "p,t" },
          uil: "de",
          ctoe: true,
          rome: "https://example.org/bye",
        },
        { nbf: now + 60 },
      ),
    },
  ],
};

const field = (id, comment, grant, claim, flags = ["OneField"], others = {}) => ({
  id,
  comment,
  flags,
  grant: { ...plain, ...grant },
  claims: claims(claim),
  ...others,
});

const fields = {
  title: "Times, start state and hints",
  spec: [pages.createToken, pages.selfSigning],
  shared: { method: "sign" },
  tests: [
    field(
      "expiry-instant",
      "an instant in unix seconds",
      { expiresIn: undefined, expiresAt: now + 60 },
      { exp: now + 60 },
      ["OneField", "TimeClaim"],
    ),
    field(
      "not-before-past",
      "a beginning that lies behind is written all the same",
      { notBefore: now - 600 },
      { nbf: now - 600 },
      ["OneField", "TimeClaim"],
    ),
    field("not-before-zero", "zero is no beginning", { notBefore: 0 }, {}, ["TimeClaim"]),
    field("stay-ending", "removed at the expiry", { stay: { endsAtExpiry: true } }, { ejt: true }, [
      "OneField",
      "TimeClaim",
    ]),
    field("stay-not-ending", "an explicit no is written", { stay: { endsAtExpiry: false } }, { ejt: false }, [
      "TimeClaim",
      "AbsentIsNotFalse",
    ]),
    field("stay-limited", "removed half an hour after joining", { stay: { maxSeconds: 1800 } }, { eje: 1800 }, [
      "OneField",
      "TimeClaim",
    ]),
    field("entry-direct", "walking in is written when it is said", { entry: "direct" }, { k: false }, [
      "EntryRequest",
      "AbsentIsNotFalse",
    ]),
    field(
      "start-state-off",
      "off is true at Daily",
      { start: { camera: "off", microphone: "off" } },
      { vo: true, ao: true },
      ["OneField", "Description"],
    ),
    field("start-state-on", "and on is false, not left out", { start: { camera: "on" } }, { vo: false }, [
      "Description",
      "AbsentIsNotFalse",
    ]),
    field("language-japanese", "Daily's own code for Japanese", { client: { language: "ja" } }, { uil: "jp" }, [
      "OneField",
      "Description",
    ]),
    field(
      "language-without-code",
      "a language that Daily does not have is reported",
      { client: { language: "hu" } },
      {},
      ["Description"],
      { report: [{ path: "client.language", kind: "dropped" }] },
    ),
    field("client-hints", "no is a statement too", { client: { closeTabOnExit: false } }, { ctoe: false }, [
      "Description",
      "AbsentIsNotFalse",
    ]),
    field(
      "email",
      "an address has no place, and is not smuggled into another one",
      { participant: { email: "a@example.org" } },
      {},
      ["Description", "PersonalData"],
      { report: [{ path: "participant.email", kind: "dropped" }] },
    ),
    field(
      "recording-button",
      "what only Daily has",
      { extensions: { daily: { enable_recording_ui: true } } },
      { erui: true },
      ["OneField", "VendorOnly"],
    ),
    field(
      "user-id-longest",
      "thirty-six characters are taken",
      { participant: { id: "123e4567-e89b-12d3-a456-426614174000" } },
      { ud: "123e4567-e89b-12d3-a456-426614174000" },
      ["Limit", "Identity"],
    ),
  ],
};

export default {
  vendor: "daily",
  category: "encode",
  title: "Grants and the Daily tokens, or requests for tokens, that they become",
  keys: [key],
  source,
  shared: { key: key.id, tenant: domain },
  request: {
    method: "POST",
    url: "https://api.daily.co/v1/meeting-tokens",
    secret: { in: "header", name: "authorization", prefix: "Bearer " },
  },
  wrap: (properties) => ({ properties }),
  groups: [canonical, fields, rights, requests, refusals, moreFields, furtherRequests, extensions],
};
