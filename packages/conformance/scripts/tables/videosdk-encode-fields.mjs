// VideoSDK: single fields of a grant, and names in the extensions that are no extensions.
import { issuedClaims as claims, pages, plain, room } from "./videosdk-facts.mjs";
import { expiresAt, now, refused } from "./words.mjs";

const properties = (others) => JSON.parse(JSON.stringify(claims(others)));

const signed = (id, comment, flags, changes, { says = {}, report = [] } = {}) => ({
  id,
  comment,
  flags,
  grant: { ...plain, ...changes },
  claims: claims(says),
  properties: properties(says),
  report: report.map((line) => {
    const [kind, path] = line.split(" ");
    return { path, kind };
  }),
});

const client = (id, comment, changes, ...report) => signed(id, comment, ["Description"], changes, { report });

const silent = ["advisory rights.moderate.remove"];

export const fields = {
  title: "Single fields, and everything that the report says of them",
  spec: [pages.authentication, pages.clientPackage],
  tests: [
    client(
      "avatar",
      "a picture goes to the client",
      { participant: { avatarUrl: "https://example.org/a.png" } },
      "moved participant.avatarUrl",
    ),
    client(
      "metadata",
      "metadata goes to the client",
      { participant: { metadata: { seat: 4 } } },
      "moved participant.metadata",
    ),
    client("metadata-text", "also as text", { participant: { metadata: "front row" } }, "moved participant.metadata"),
    client(
      "redirect",
      "the prebuilt client is told where to go",
      { client: { redirectUrl: "https://example.org/" } },
      "moved client.redirectUrl",
    ),
    client(
      "language",
      "no setting for the language is documented",
      { client: { language: "en" } },
      "dropped client.language",
    ),
    client("close-tab", "nor one for the tab", { client: { closeTabOnExit: true } }, "dropped client.closeTabOnExit"),
    client("camera-on", "a camera that starts is the client's", { start: { camera: "on" } }, "moved start.camera"),
    client(
      "microphone-off",
      "so is a microphone that does not",
      { start: { microphone: "off" } },
      "moved start.microphone",
    ),
    client(
      "descriptions",
      "everything about a person that is not the token's",
      {
        participant: { name: "Alice", email: "a@example.org", avatarUrl: "https://example.org/a.png", metadata: null },
        start: { camera: "on", microphone: "on" },
        client: { redirectUrl: "https://example.org/", language: "en" },
      },
      "moved participant.name",
      "dropped participant.email",
      "moved participant.avatarUrl",
      "moved participant.metadata",
      "moved start.camera",
      "moved start.microphone",
      "moved client.redirectUrl",
      "dropped client.language",
    ),
    signed(
      "guest-everywhere",
      "a guest of every room",
      ["EntryRequest", "EveryRoom"],
      { room: { any: true }, entry: "ask" },
      {
        says: { permissions: ["ask_join"], roomId: undefined },
      },
    ),
    signed(
      "guest-denied-admission",
      "a guest answers nobody, and may be told so",
      ["EntryRequest", "AbsentIsNotFalse"],
      {
        entry: "ask",
        rights: { admit: false },
      },
      { says: { permissions: ["ask_join"] } },
    ),
    signed("muting-denied", "a denied right to mute is left out", ["RoleFlag", "AbsentIsNotFalse"], {
      rights: { moderate: { media: false } },
    }),
    signed(
      "removing-denied",
      "a denied right to remove is left out, and nobody vouches for it",
      ["RoleFlag", "AbsentIsNotFalse"],
      {
        rights: { moderate: { remove: false } },
      },
      { report: silent },
    ),
    signed(
      "permissions-denied",
      "nobody changes others' permissions, so saying so is no problem",
      ["AbsentIsNotFalse"],
      {
        rights: { moderate: { permissions: false } },
      },
    ),
    signed(
      "moderator-without-permissions",
      "a moderator who changes nobody's permissions",
      ["RoleFlag"],
      { rights: { moderate: { media: true, remove: true, permissions: false } } },
      { says: { permissions: ["allow_join", "allow_mod"] }, report: silent },
    ),
    signed("rights-empty", "no statement about any right", ["AbsentIsNotFalse"], { rights: {} }),
    signed(
      "server-api-everywhere",
      "a server's token for every room that never ends",
      ["Purpose", "EveryRoom", "NeverExpires"],
      {
        room: { any: true },
        purpose: ["api"],
        expiresIn: undefined,
        expiresAt: null,
      },
      { says: { roles: ["crawler"], roomId: undefined, exp: undefined } },
    ),
    signed("not-before-zero", "zero is no beginning", ["TimeClaim"], { notBefore: 0 }),
    signed(
      "token-id-empty",
      "an empty token id is written as it is",
      ["VendorOnly"],
      {
        extensions: { videosdk: { jti: "" } },
      },
      { says: { jti: "" } },
    ),
    signed("extensions-empty", "no extension is nothing to write", ["VendorOnly"], { extensions: { videosdk: {} } }),
    signed(
      "participant-one-letter",
      "the shortest id",
      ["Identity"],
      { participant: { id: "a" } },
      {
        says: { participantId: "a" },
      },
    ),
  ],
};

const extension = (name, value, { code = "grant.modelled-extension", path = `.${name}`, id = name, comment }) => ({
  id: `extension-${id.toLowerCase()}`,
  comment,
  flags: [{ "grant.invalid": "WrongType", "grant.unknown-field": "UnknownField" }[code] ?? "ModelledExtension"],
  twin: "token-id",
  grant: { ...plain, extensions: { videosdk: { [name]: value } } },
  expect: refused(code, `extensions.videosdk${path}`),
});

const modelled = Object.entries({
  apikey: "another",
  version: 2,
  roomId: room,
  participantId: "a",
  roles: ["crawler"],
  exp: expiresAt,
  iat: now,
  nbf: now,
  meetingId: room,
  peerId: "a",
  name: "Alice",
  metaData: {},
  micEnabled: true,
  webcamEnabled: true,
  redirectOnLeave: "https://example.org/",
}).map(([name, value]) => extension(name, value, { comment: `\`${name}\` is told elsewhere, and checked there` }));

const unknown = { code: "grant.unknown-field" };
const long = "jti".padEnd(40, "-");

const bad = (id, comment, twin, changes, expect) => ({
  id,
  comment,
  flags: ["Identity"],
  twin,
  grant: { ...plain, ...changes },
  expect,
});

export const extensions = {
  title: "Extensions that are none, and names of nobody",
  spec: [pages.authentication],
  tests: [
    ...modelled,
    extension("jti", null, { code: "grant.invalid", id: "jti-null", comment: "null is no token id" }),
    extension("jti", ["a"], { code: "grant.invalid", id: "jti-list", comment: "a list is no token id" }),
    extension("jtj", "4f2c2d1e", { ...unknown, comment: "a slip of the only extension" }),
    extension("Permissions", [], {
      ...unknown,
      id: "in-other-case",
      comment: "names are told apart by the case of letters",
    }),
    extension("department", "sales", { ...unknown, comment: "a name that is near to nothing" }),
    extension("constructor", "a", { ...unknown, comment: "what every object has is no extension" }),
    extension("token id", "a", {
      ...unknown,
      path: "",
      id: "name-with-space",
      comment: "a name that is no plain word is not repeated",
    }),
    extension("", "a", { ...unknown, path: "", id: "name-empty", comment: "an empty name is not repeated" }),
    extension("a.b", "a", {
      ...unknown,
      path: "",
      id: "name-with-dot",
      comment: "a name that looks like a path is not repeated",
    }),
    extension("9jti", "a", {
      ...unknown,
      path: "",
      id: "name-with-digit",
      comment: "nor one that begins with a digit",
    }),
    extension("jti!", "a", { ...unknown, path: "", id: "name-with-mark", comment: "nor one that ends with a mark" }),
    extension(long, "a", { ...unknown, id: "name-longest", comment: "a long name is repeated" }),
    extension(`${long}-`, "a", { ...unknown, path: "", id: "name-too-long", comment: "a longer one is not" }),
    bad(
      "participant-tab",
      "every kind of white space is refused",
      "participant-with-id",
      { participant: { id: "user\t7" } },
      refused("grant.invalid", "participant.id"),
    ),
    bad(
      "participant-ends-with-space",
      "also at the end",
      "participant-with-id",
      { participant: { id: "user7 " } },
      refused("grant.invalid", "participant.id"),
    ),
    bad(
      "participant-ideographic-space",
      "also of another script",
      "participant-with-id",
      { participant: { id: "user\u30007" } },
      refused("grant.invalid", "participant.id"),
    ),
    bad(
      "room-empty",
      "an empty name is no room",
      "participant",
      { room: "" },
      {
        outcome: "error",
        phase: "grant",
        anyOf: ["grant.invalid", "grant.missing"],
        path: "room",
      },
    ),
  ],
};
