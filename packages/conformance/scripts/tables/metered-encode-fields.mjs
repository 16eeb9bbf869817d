// Metered: single fields of a request, and names in the extensions that are no extensions.
import { anyRoom, pages } from "./metered-facts.mjs";
import { expiresAt, now, refused } from "./words.mjs";

const plain = { room: "standup", expiresIn: "1h" };
const body = (fields = {}) => ({ roomName: "standup", expireUnixSec: expiresAt, ...fields });

const sent = (id, comment, flags, changes, fields) => ({
  id,
  comment,
  flags,
  grant: { ...plain, ...changes },
  body: body(fields),
});

const note = (id, comment, metadata, meta) =>
  sent(`metadata-${id}`, comment, ["OneField", "PersonalData"], { participant: { metadata } }, { meta });

const denied = (id, rights) =>
  sent(
    `denied-${id}`,
    "one denied right writes the switch",
    ["RoleFlag", "AbsentIsNotFalse"],
    { rights },
    { isAdmin: false },
  );

export const fields = {
  title: "Single fields, and one value of each",
  spec: [pages.mint, pages.guide],
  tests: [
    note("number", "a number goes in as its text", 42, "42"),
    note("null", "null goes in as its text, since it is a value", null, "null"),
    note("false", "false goes in as its text", false, "false"),
    note("list", "a list goes in as its text", ["a", 1], '["a",1]'),
    note("empty", "an empty text is a text", "", ""),
    note("quoted", "text in quotation marks is not unpacked", '"front row"', '"front row"'),
    note("no-object", "text that looks like an object goes in letter by letter", '{ "seat": 4 }', '{ "seat": 4 }'),
    sent(
      "camera-on",
      "one device on, the other not spoken of",
      ["AbsentIsNotFalse"],
      { start: { camera: "on" } },
      {
        joinVideoOn: true,
      },
    ),
    sent(
      "camera-off",
      "one device off, the other not spoken of",
      ["AbsentIsNotFalse"],
      { start: { camera: "off" } },
      { joinVideoOn: false },
    ),
    sent(
      "microphone-on",
      "the microphone alone",
      ["AbsentIsNotFalse"],
      { start: { microphone: "on" } },
      {
        joinAudioOn: true,
      },
    ),
    sent(
      "microphone-off",
      "and switched off",
      ["AbsentIsNotFalse"],
      { start: { microphone: "off" } },
      {
        joinAudioOn: false,
      },
    ),
    sent(
      "stay-one",
      "the shortest stay is a second",
      ["TimeClaim"],
      { stay: { maxSeconds: 1 } },
      {
        ejectAfterElapsedTimeInSec: 1,
      },
    ),
    sent("name-empty", "an empty name is sent as it is", ["Description"], { participant: { name: "" } }, { name: "" }),
    denied("media", { moderate: { media: false } }),
    denied("permissions", { moderate: { permissions: false } }),
    denied("admission", { admit: false }),
    sent(
      "embed-audio-alone",
      "one control of the embed",
      ["VendorOnly", "AbsentIsNotFalse"],
      { extensions: { metered: { disableAudio: true } } },
      { disableAudio: true },
    ),
    sent("extensions-empty", "no extension is nothing to send", ["VendorOnly"], { extensions: { metered: {} } }, {}),
    {
      id: "every-room-admin",
      comment: "an admin of every room, who never has to leave: all of it said out loud",
      flags: ["EveryRoom", "RoleFlag", "NeverExpires"],
      grant: { room: anyRoom, expiresAt: null, rights: { moderate: true, admit: true } },
      body: { globalToken: true, isAdmin: true },
    },
    sent(
      "room-name-form",
      "a name of every plain character",
      ["OneField"],
      { room: "Team_Standup-7.1" },
      {
        roomName: "Team_Standup-7.1",
      },
    ),
  ],
};

const extension = (name, value, { code = "grant.modelled-extension", path = `.${name}`, id = name, comment }) => ({
  id: `extension-${id.toLowerCase()}`,
  comment,
  flags: [{ "grant.invalid": "WrongType", "grant.unknown-field": "UnknownField" }[code] ?? "ModelledExtension"],
  twin: "embed-switches",
  grant: { ...plain, extensions: { metered: { [name]: value } } },
  expect: refused(code, `extensions.metered${path}`),
});

/** What has a place in the grant, or is the service's to add. */
const modelled = Object.entries({
  roomName: "other",
  name: "Alice",
  email: "a@example.org",
  meta: "front row",
  externalUserId: "user-7",
  expireUnixSec: expiresAt,
  notBeforeUnixSec: now,
  ejectAfterElapsedTimeInSec: 60,
  joinVideoOn: true,
  joinAudioOn: false,
  appName: "other-app",
  meteredParticipantId: "9b2f7a60",
  iat: now,
  exp: expiresAt,
  nbf: now,
}).map(([name, value]) =>
  extension(name, value, { comment: `\`${name}\` is told elsewhere, or added by the service, and checked there` }),
);

const unknown = { code: "grant.unknown-field" };
const long = "disable".padEnd(64, "-");

export const extensions = {
  title: "Extensions that are none",
  spec: [pages.mint],
  tests: [
    ...modelled,
    extension("disableVideo", null, { code: "grant.invalid", id: "video-null", comment: "null is no switch" }),
    extension("disableAudio", 1, { code: "grant.invalid", id: "audio-number", comment: "1 is no switch" }),
    extension("disableScreenSharing", "", {
      code: "grant.invalid",
      id: "screen-empty",
      comment: "an empty text is no switch",
    }),
    extension("disablevideo", true, {
      ...unknown,
      id: "video-misspelt",
      comment: "names are told apart by the case of their letters",
    }),
    extension("canPublish", false, { ...unknown, comment: "another vendor's switch withholds nothing here" }),
    extension("admin", true, { ...unknown, id: "word-for-admin", comment: "another word for an admin" }),
    extension("department", "sales", { ...unknown, comment: "a name that is near to no field" }),
    extension("constructor", true, { ...unknown, comment: "what every object has is no field" }),
    extension("room name", "other", {
      ...unknown,
      path: "",
      id: "name-with-space",
      comment: "a name that is no plain word is not repeated",
    }),
    extension("", true, { ...unknown, path: "", id: "name-empty", comment: "an empty name is not repeated either" }),
    extension("a.b", true, { ...unknown, path: "", id: "name-with-dot", comment: "a name that looks like a path" }),
    extension(long, true, { ...unknown, id: "name-longest", comment: "a long name is repeated" }),
    extension(`${long}-`, true, { ...unknown, path: "", id: "name-too-long", comment: "a longer one is not" }),
    {
      id: "room-empty",
      comment: "an empty name is no room, and would open every room",
      flags: ["MissingStatement", "EveryRoom"],
      twin: "room",
      grant: { ...plain, room: "" },
      expect: { outcome: "error", phase: "grant", anyOf: ["grant.invalid", "grant.missing"], path: "room" },
    },
    {
      id: "room-address",
      comment: "the address of a room is not its name",
      flags: ["Identity"],
      twin: "room",
      grant: { ...plain, room: "test-app.metered.live/standup" },
      expect: refused("grant.invalid", "room"),
    },
    {
      id: "room-tab",
      comment: "every kind of white space is white space",
      flags: ["Identity"],
      twin: "room",
      grant: { ...plain, room: "team\tstandup" },
      expect: { outcome: "error", phase: "grant", anyOf: ["grant.invalid"], path: "room" },
    },
    {
      id: "room-ideographic-space",
      comment: "also that of another script",
      flags: ["Identity"],
      twin: "room",
      grant: { ...plain, room: "team\u3000standup" },
      expect: refused("grant.invalid", "room"),
    },
  ],
};
