// VideoSDK: each claim with a value that nobody documents, and every right of every list of permissions.
import { apikey, claims, grant, muting, pages, room } from "./videosdk-facts.mjs";
import { between, each, error, expiresAt, info, issuedAt, now, surely, warning } from "./words.mjs";

const anyRoom = { any: true };
const everyPurpose = ["api", "participant"];

/** A claim that cannot be read: an error, and what the token says without it. */
const unread = (
  claim,
  value,
  { id, comment, twin = "permission-join", code = "claims.invalid", says = {}, ...others },
) => ({
  id: `claim-${claim.toLowerCase()}-${id}`,
  comment: comment ?? `\`${claim}\` of another type or value is reported and gives nothing`,
  flags: [code === "claims.invalid" ? "WrongType" : "UnknownValue"],
  twin,
  claims: claims({ [claim]: value }),
  grant: grant(says),
  ...others,
  findings: [error(code, others.at ?? claim), ...(others.findings ?? [])],
});

const test = ({ at: _, ...rest }) => rest;

const everyRoomFeared = { says: { room: anyRoom }, authority: { room: surely(anyRoom) } };
const nobodyBound = { twin: "participant", authority: { identity: surely(null) } };
const noAccount = { issuance: { issuedAt } };
const unscoped = [warning("lint.not-enforced", "roomId"), warning("lint.not-enforced", "roles")];
const mayBeIgnored = {
  twin: "version-string",
  findings: unscoped,
  authority: { room: between(room, anyRoom), purpose: between(["participant"], everyPurpose) },
};

export const wrongValues = {
  title: "Claims with a value that nobody documents",
  spec: [pages.authentication],
  tests: [
    unread("apikey", 7, { id: "number", ...noAccount }),
    unread("apikey", "", { id: "empty", comment: "an empty key names no project", ...noAccount }),
    unread("apikey", null, { id: "null", ...noAccount }),
    unread("roomId", 7, { id: "number", comment: "a room that cannot be read may be every room", ...everyRoomFeared }),
    unread("roomId", "", { id: "empty", comment: "nor is an empty name a room", ...everyRoomFeared }),
    unread("roomId", [room], { id: "list", comment: "nor is a list of rooms one", ...everyRoomFeared }),
    unread("participantId", 7, { id: "number", ...nobodyBound }),
    unread("participantId", "", { id: "empty", comment: "an empty id binds nobody", ...nobodyBound }),
    unread("version", 3, { id: "three", code: "claims.unknown-value", ...mayBeIgnored }),
    unread("version", 2.5, { id: "fraction", code: "claims.unknown-value", ...mayBeIgnored }),
    unread("version", "3", { id: "three-as-text", ...mayBeIgnored }),
    unread("version", true, { id: "true", ...mayBeIgnored }),
    unread("version", null, { id: "null", ...mayBeIgnored }),
    unread("permissions", 1, { id: "number", says: { entry: undefined } }),
    unread("permissions", null, {
      id: "null",
      says: { entry: undefined },
      authority: { entry: between("ask", "direct"), rights: { "rights.admit": "unknown" } },
    }),
    unread("permissions", ["allow_join", "allow_mods"], {
      id: "near",
      comment: "a value that is near to a known one is not that one",
      code: "claims.unknown-value",
      at: "permissions[1]",
      authority: { rights: { "rights.moderate.media": "default(deny)" } },
    }),
    unread("permissions", [null, "allow_join"], { id: "null-inside", at: "permissions[0]" }),
    unread("permissions", [["allow_join"], "allow_join"], { id: "list-inside", at: "permissions[0]" }),
    unread("roles", 1, {
      id: "number",
      twin: "roles-string",
      authority: { purpose: between(["participant"], everyPurpose) },
    }),
    unread("roles", { rtc: true }, { id: "object", twin: "roles-string" }),
    unread("roles", [1, "rtc"], {
      id: "number-inside",
      at: "roles[0]",
      authority: { purpose: surely(["participant"]) },
    }),
    unread("roles", ["crawlers"], {
      id: "unknown-alone",
      comment: "where no role can be read nothing is restricted",
      code: "claims.unknown-value",
      at: "roles[0]",
      residue: null,
      findings: [warning("videosdk.empty-roles", "roles")],
      authority: { purpose: between(["participant"], everyPurpose) },
    }),
    unread("iat", `${issuedAt}`, { id: "text", twin: "issued-at-absent", issuance: { tenant: apikey } }),
    unread("iat", issuedAt + 0.5, { id: "fraction", twin: "issued-at-absent", issuance: { tenant: apikey } }),
    unread("exp", null, { id: "null", twin: "expiry", says: { expiresAt: undefined } }),
    unread("exp", true, { id: "true", twin: "expiry", says: { expiresAt: undefined } }),
    unread("nbf", `${now}`, { id: "text", twin: "not-before" }),
    unread("nbf", now + 0.5, { id: "fraction", twin: "not-before" }),
    unread("jti", 7, { id: "number", twin: "token-id" }),
    unread("jti", null, { id: "null", twin: "token-id" }),
  ].map(test),
};

const everybody = {
  ...each("rights.publish", ["microphone", "camera", "screen"], "ungoverned, everyone"),
  ...each("rights.publish", ["screenAudio", "custom", "data"], "ungoverned"),
  "rights.subscribe": "ungoverned, everyone",
  "rights.visible": "ungoverned, everyone",
  "rights.moderate.media": "default(deny)",
  "rights.moderate.remove": "default(deny), liftable",
  "rights.moderate.permissions": "default(deny)",
  "rights.record": "ungoverned",
  "rights.livestream": "ungoverned",
  "rights.transcribe": "ungoverned",
};

/** A list of permissions, how its holder enters, and everything that he may. */
const holder = (id, comment, permissions, entry, rights, { says = {}, findings = [], flags = [], twin } = {}) => ({
  id: `all-rights-${id}`,
  comment,
  flags: ["VendorDefault", ...flags],
  ...(twin === undefined ? {} : { twin }),
  claims: claims({ permissions, participantId: id }),
  grant: grant({ participant: { id }, ...says }),
  findings,
  authority: { entry, rights: { ...everybody, ...rights } },
});

const walksIn = surely("direct");
const maybe = between("ask", "direct");
const combined = [warning("lint.ask-join-combined", "permissions")];
const noEntry = [error("claims.invalid", "permissions")];
const removes = { "rights.moderate.remove": "possible" };
const moderatesPerhaps = { ...removes, "rights.moderate.media": "possible" };
const answersAll = { "rights.admit": "ungoverned, everyone" };
const answersPerhaps = { "rights.admit": "unknown" };

export const everyRight = {
  title: "Every right of every list of permissions",
  spec: [pages.authentication, pages.waitingLobby, pages.removeParticipant, pages.errorEvents],
  tests: [
    holder("join", "somebody who walks in", ["allow_join"], walksIn, answersAll),
    holder(
      "join-mod",
      "walks in and moderates",
      ["allow_join", "allow_mod"],
      walksIn,
      {
        ...answersAll,
        ...removes,
        "rights.moderate.media": "allow",
      },
      { says: { rights: muting }, flags: ["RoleFlag"] },
    ),
    holder(
      "ask",
      "somebody who asks to enter",
      ["ask_join"],
      surely("ask"),
      { "rights.admit": "default(deny)" },
      {
        says: { entry: "ask" },
        findings: [info("videosdk.ask-needs-host", "permissions")],
        flags: ["EntryRequest"],
      },
    ),
    holder(
      "ask-twice",
      "asks, and says so twice",
      ["ask_join", "ask_join"],
      surely("ask"),
      { "rights.admit": "default(deny)" },
      {
        says: { entry: "ask" },
        findings: [info("videosdk.list-spelling", "permissions")],
        flags: ["EntryRequest", "ToleratedSpelling"],
      },
    ),
    holder("ask-join", "asks and walks in", ["ask_join", "allow_join"], maybe, answersPerhaps, {
      says: { entry: "ask" },
      findings: [...combined, info("videosdk.list-spelling", "permissions")],
      flags: ["Contradiction"],
    }),
    holder(
      "ask-mod",
      "asks and moderates",
      ["ask_join", "allow_mod"],
      maybe,
      { ...answersPerhaps, ...moderatesPerhaps },
      {
        says: { entry: "ask" },
        findings: combined,
        flags: ["Contradiction", "RoleFlag"],
      },
    ),
    holder(
      "all-three",
      "everything at once, in the order of the documents",
      ["allow_join", "ask_join", "allow_mod"],
      maybe,
      { ...answersPerhaps, ...moderatesPerhaps },
      { says: { entry: "ask" }, findings: combined, flags: ["Contradiction", "RoleFlag"] },
    ),
    holder(
      "mod",
      "moderates and does not enter",
      ["allow_mod"],
      maybe,
      { ...answersPerhaps, ...moderatesPerhaps },
      {
        says: { entry: undefined },
        findings: noEntry,
        flags: ["UnknownStance", "RoleFlag"],
        twin: "all-rights-join-mod",
      },
    ),
    holder("nothing", "nothing at all", [], maybe, answersPerhaps, {
      says: { entry: undefined },
      findings: noEntry,
      flags: ["UnknownStance"],
      twin: "all-rights-join",
    }),
    {
      id: "permission-string-unknown",
      comment: "a plain string that is no permission gives nothing",
      flags: ["UnknownValue", "ToleratedSpelling"],
      twin: "permission-string",
      claims: claims({ permissions: "join" }),
      grant: grant({ entry: undefined }),
      findings: [
        warning("videosdk.permissions-string", "permissions"),
        error("claims.unknown-value", "permissions[0]"),
        error("claims.invalid", "permissions"),
      ],
    },
  ],
};

const roles = (id, comment, value, purpose, { findings = [], says = purpose.lowest, flags = [], ...others } = {}) => ({
  id: `roles-${id}`,
  comment,
  flags: ["Purpose", ...flags],
  claims: claims({ roles: value, roomId: undefined, ...others }),
  grant: grant({ room: anyRoom, purpose: says }),
  findings,
  authority: { purpose },
});

const ignored = [warning("lint.not-enforced", "roles")];

export const scopeEdges = {
  title: "Roles, version and times at the edges",
  spec: [pages.authentication, pages.dashboardTokens, pages.legacyServerSetup],
  tests: [
    roles("both-reversed", "the order of roles changes nothing", ["rtc", "crawler"], surely(everyPurpose), {
      findings: [warning("videosdk.both-roles", "roles"), info("videosdk.list-spelling", "roles")],
      flags: ["ToleratedSpelling"],
    }),
    roles("repeated", "nor does a role that stands twice", ["rtc", "rtc"], surely(["participant"]), {
      findings: [info("videosdk.list-spelling", "roles")],
      flags: ["ToleratedSpelling"],
    }),
    roles("crawler-string", "a plain string of the other role", "crawler", surely(["api"]), {
      findings: [warning("videosdk.roles-string", "roles")],
      flags: ["ToleratedSpelling"],
    }),
    roles(
      "crawler-without-version",
      "that a role of the server API counts without a version nobody documents",
      ["crawler"],
      between([], everyPurpose),
      {
        version: undefined,
        says: ["api"],
        findings: [...ignored, info("videosdk.no-version", "version")],
        flags: ["NotEnforced"],
      },
    ),
    roles(
      "both-without-version",
      "of both roles that of a participant is promised",
      ["crawler", "rtc"],
      between(["participant"], everyPurpose),
      {
        version: undefined,
        says: everyPurpose,
        findings: [...ignored, warning("videosdk.both-roles", "roles")],
        flags: ["NotEnforced"],
      },
    ),
    {
      id: "version-string-alone",
      comment: "a version as text with nothing that rests on it",
      flags: ["ToleratedSpelling", "EveryRoom"],
      claims: claims({ version: "2", roomId: undefined, roles: undefined }),
      grant: grant({ room: anyRoom }),
      findings: [warning("videosdk.version-string", "version"), info("videosdk.no-roles", "roles")],
      authority: { purpose: between(["participant"], everyPurpose), room: surely(anyRoom), identity: surely(null) },
    },
    {
      id: "version-absent-alone",
      comment: "the oldest tokens have neither a version nor anything that rests on it",
      flags: ["DocumentedShape", "EveryRoom"],
      claims: claims({ version: undefined, roomId: undefined, roles: undefined }),
      grant: grant({ room: anyRoom }),
      findings: [info("videosdk.no-version", "version"), info("videosdk.no-roles", "roles")],
      authority: { purpose: between(["participant"], everyPurpose), room: surely(anyRoom), identity: surely(null) },
    },
    {
      id: "not-before-negative",
      comment: "a beginning before 1970 restricts nothing",
      flags: ["TimeClaim"],
      claims: claims({ nbf: -1 }),
      grant: grant(),
      residue: { nbf: -1 },
      authority: { window: surely({ notBefore: 0, expiresAt }) },
    },
    {
      id: "not-before-one",
      comment: "one after it is a beginning, which nobody documents to count",
      flags: ["TimeClaim", "NotEnforced"],
      claims: claims({ nbf: 1 }),
      grant: grant({ notBefore: 1 }),
      residue: { nbf: 1 },
      findings: [warning("lint.not-enforced", "nbf")],
      authority: { window: between({ notBefore: 1, expiresAt }, { notBefore: 0, expiresAt }) },
    },
    {
      id: "expiry-zero",
      comment: "an expiry of zero is over, and not none",
      flags: ["TimeClaim"],
      claims: claims({ exp: 0 }),
      grant: grant({ expiresAt: 0 }),
      authority: { window: surely({ notBefore: 0, expiresAt: 0 }) },
    },
    {
      id: "token-id-empty",
      comment: "an empty token id is kept",
      flags: ["VendorOnly", "AbsentIsNotFalse"],
      claims: claims({ jti: "" }),
      grant: grant(),
      residue: { jti: "" },
    },
    {
      id: "old-sample",
      comment: "the Java sample for older servers has an id and a beginning that lies behind",
      flags: ["DocumentedShape", "NotEnforced"],
      claims: {
        apikey,
        permissions: ["allow_join", "allow_mod"],
        iat: issuedAt,
        exp: expiresAt,
        nbf: issuedAt - 60,
        jti: "4f2c2d1e-0000-4000-8000-000000000000",
      },
      grant: grant({ room: anyRoom, rights: muting, notBefore: issuedAt - 60 }),
      residue: { nbf: issuedAt - 60, jti: "4f2c2d1e-0000-4000-8000-000000000000" },
      findings: [warning("lint.not-enforced", "nbf")],
    },
    {
      id: "participant-bound",
      comment: "the app has to join with the same id",
      flags: ["Identity"],
      claims: claims({ participantId: "a" }),
      grant: grant({ participant: { id: "a" } }),
      findings: [info("videosdk.participant-id-must-match", "participantId")],
      authority: { identity: surely("a") },
    },
    ...["2kyv-gzay-64p", "2kyv-gzay-64pgx", "2kyv-gzay-64pG", "x2kyv-gzay-64pg", "2kyvgzay64pg"].map(
      (roomId, index) => ({
        id: `room-form-${index + 1}`,
        comment: "an id that differs from the vendor's form in one thing",
        flags: ["UnknownStance"],
        claims: claims({ roomId }),
        grant: grant({ room: roomId }),
        findings: [warning("videosdk.room-id-form", "roomId")],
        authority: { room: surely(roomId) },
      }),
    ),
  ],
};
