// Daily: what makes a token certainly, likely or possibly Daily's, and what speaks against it. Most claims have names of one
// or two letters, which Digital Samba and SignalWire have as well: names alone prove little.
import { domain as d, pages } from "./daily-facts.mjs";
import { certain, each, likely, no, possible } from "./recognized-words.mjs";
import { issuedAt as iat } from "./words.mjs";

const r = "standup";

/** Abbreviations that no other known vendor has. */
const own = {
  ejt: true,
  eje: 600,
  erui: true,
  ctoe: true,
  rome: "https://example.org/bye",
  uil: "de",
  sro: {},
  mjh: "https://example.org/hook",
};

/** Those that others have too, or that say little by themselves. */
const short = {
  ud: "u_1",
  u: "Ada",
  o: true,
  k: true,
  ss: true,
  er: "cloud",
  sr: true,
  ast: true,
  vo: true,
  ao: true,
  p: { hp: true },
};

/** Claims that other vendors' tokens stand on, and that Daily never had. */
const foreign = {
  video: {},
  roomConfig: {},
  call_cids: ["default:standup"],
  td: d,
  rd: d,
  jf: true,
  ju: true,
  acr: true,
  apikey: "k",
  permissions: ["allow_join"],
  data: {},
  access_key: "k",
  room_id: "standup",
  grants: {},
  context: {},
  tpc: "standup",
  app_key: "k",
  role_type: 1,
  application_id: "a",
  connection_data: "c",
  meetingId: "m",
  presetId: "p",
  s: ["room.self.audio_mute"],
};

/** Claims of a token that nobody but Daily could have minted, and headers that Daily has never written. */
const whole = { d, r, iat };

export const recognized = {
  op: "recognize",
  title: "Whose a token is",
  spec: [pages.selfSigning, pages.tokenGuide],
  tests: [
    certain("whole", "a domain id beside a room and a time of issue", whole),
    certain("with-room", "a domain id beside a room", { d, r }),
    certain("with-time", "a domain id beside a time of issue", { d, iat }),
    certain("owner", "a domain id beside the owner's flag", { d, o: true }),
    certain("no-owner", "the flag proves as much where it is false", { d, o: false }),
    certain("with-permissions", "a domain id beside permissions that say nothing", { d, p: {} }),
    certain("upper-case-domain", "a domain id in capital letters is one", {
      d: "25DF5057-EF0D-4D97-BDE6-0CF287276CBB",
      r,
    }),
    certain("scopes-as-text", "a claim `s` that is no list of scopes is nobody's", { ...whole, s: "x" }),
    certain("without-type", "a header without a type, as Daily's own bridge writes it", whole, { alg: "HS256" }),
    certain("lower-case-type", "a type in small letters is the same type", whole, { alg: "HS256", typ: "jwt" }),
    ...each(likely, "with-room-and", "a room and a claim that only Daily has", own, (claim) => ({ r, ...claim })),
    likely("two-own", "two claims that only Daily has", { ctoe: true, rome: "https://example.org/bye" }),
    likely("three-own", "three of them", { ctoe: true, ejt: true, eje: 600 }),
    ...each(likely, "short", "a room, a time of issue and a short claim", short, (claim) => ({ r, iat, ...claim })),
    ...each(possible, "alone", "a claim that only Daily has, and nothing else", own, (claim) => claim),
    possible("room-and-time", "a room and a time of issue", { r, iat }),
    possible("domain-no-uuid", "a domain that is no UUID, beside a room", { d: "standup", r }),
    possible("domain-longer", "a UUID inside a longer text is none", { d: `x${d}`, r }),
    possible("domain-longer-still", "also where it comes first", { d: `${d}0`, r }),
    no("nothing", "a token that says nothing", {}),
    no("domain-alone", "a domain id and nothing else", { d }),
    no("domain-no-uuid-alone", "a domain that is no UUID and nothing else", { d: "standup", iat }),
    no("room-alone", "a room and nothing else", { r }),
    no("name-alone", "a name, which Digital Samba has under the same letter", { u: "Ada" }),
    no("person-alone", "somebody's id and name", { ud: "u_1", u: "Ada", iat }),
    no("owner-alone", "an owner's flag without a domain", { o: true, iat }),
    no("other-types", "the right names with values of other types", { d, r: 7, o: "yes", p: [], iat: "now" }),
    no("domain-of-other-type", "a domain that is no text", { d: 7, o: true, iat }),
    ...each(no, "foreign", "a claim of another vendor's tokens", foreign, (claim) => ({ ...whole, ...claim })),
    no("other-algorithm", "another algorithm than Daily's", whole, { alg: "RS256", typ: "JWT" }),
    no("longer-algorithm", "another one of the same family", whole, { alg: "HS512", typ: "JWT" }),
    no("other-type", "the type of SignalWire's tokens", whole, { alg: "HS256", typ: "VRT" }),
    no("type-no-text", "a type that is no text", whole, { alg: "HS256", typ: 5 }),
  ],
};
