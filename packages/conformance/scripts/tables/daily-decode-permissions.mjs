// Daily: the claim `p`, read by position.
import { claims, grant, granting, moderating, pages, permitted, sending } from "./daily-facts.mjs";
import { allOf, each, error, media, moderation, surely, warning } from "./words.mjs";

const noAdministration = { ...moderating(false), livestream: false, transcribe: false };

export const publishing = {
  title: "Visibility (p.hp) and what may be sent (p.cs)",
  spec: [pages.selfSigning, pages.permissions],
  tests: [
    {
      id: "permissions-empty",
      comment: "no statement, and kept as it was written",
      flags: ["AbsentIsNotFalse"],
      claims: permitted({}),
      grant: grant(),
      residue: { permissions: {} },
    },
    {
      id: "permissions-text",
      comment: "permissions that cannot be read give nothing",
      flags: ["WrongType"],
      twin: "permissions-empty",
      claims: permitted("v,a"),
      grant: granting({ ...sending(), subscribe: false, ...noAdministration }),
      residue: null,
      findings: [error("claims.invalid", "p")],
    },
    {
      id: "hidden",
      comment: "neither seen nor heard",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ hp: false }),
      grant: granting({ visible: false }),
      authority: { rights: { "rights.visible": "deny" } },
    },
    {
      id: "visible",
      comment: "stated, and not only the default",
      flags: ["AbsentIsNotFalse", "ShortNames"],
      claims: permitted({ hp: true }),
      grant: granting({ visible: true }),
      authority: { rights: { "rights.visible": "allow" } },
    },
    {
      id: "send-list",
      comment: "one text of codes: video and audio, and nothing else",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ cs: "v,a" }, { ss: false }),
      grant: granting(sending("camera", "microphone")),
      authority: {
        rights: {
          ...each("rights.publish", ["camera", "microphone"], "allow"),
          ...each("rights.publish", ["screen", "screenAudio", "custom"], "deny"),
          "rights.publish.data": "ungoverned",
        },
      },
    },
    {
      id: "send-list-reordered",
      comment: "the order of the codes means nothing, and is kept",
      flags: ["ToleratedSpelling", "ShortNames"],
      claims: permitted({ cs: "a,v" }, { ss: false }),
      grant: granting(sending("camera", "microphone")),
      residue: { permissions: { canSend: ["audio", "video"] }, enable_screenshare: false },
    },
    {
      id: "send-screen",
      comment: "the screen and its sound have codes of two letters",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ cs: "sv,sa" }),
      grant: granting(sending("screen", "screenAudio")),
      residue: null,
    },
    {
      id: "send-all",
      comment: "true is everything, custom tracks too",
      flags: ["OneClaim"],
      claims: permitted({ cs: true }),
      grant: granting(sending(...media)),
      residue: null,
      authority: { rights: { "rights.publish.custom": "allow", "rights.publish.data": "ungoverned" } },
    },
    {
      id: "send-nothing",
      comment: "false is nothing; data stays out of it",
      flags: ["OneClaim", "AbsentIsNotFalse"],
      claims: permitted({ cs: false }, { ss: false }),
      grant: granting(sending()),
      authority: {
        rights: { ...each("rights.publish", media, "deny"), "rights.publish.data": "ungoverned" },
      },
    },
    {
      id: "send-one-custom-kind",
      comment: "one of the two custom kinds is neither yes nor no; their codes are documented for the SDK only",
      flags: ["UnknownStance", "ShortNames"],
      claims: permitted({ cs: "v,cv" }, { ss: false }),
      grant: granting({ publish: { microphone: false, camera: true, screen: false, screenAudio: false } }),
      residue: null,
      findings: [warning("daily.custom-send", "p.cs")],
      authority: { rights: { "rights.publish.custom": "possible" } },
    },
    {
      id: "send-unknown-code",
      comment: "an unknown code gives nothing, the known ones still count",
      flags: ["UnknownValue", "ShortNames"],
      twin: "send-list",
      claims: permitted({ cs: "v,x" }, { ss: false }),
      grant: granting(sending("camera")),
      residue: null,
      findings: [error("claims.unknown-value", "p.cs")],
    },
    {
      id: "send-administration-code",
      comment: "p is an administration code, and none of media",
      flags: ["UnknownValue", "ShortNames"],
      twin: "send-list",
      claims: permitted({ cs: "p" }, { ss: false }),
      grant: granting(sending()),
      residue: null,
      findings: [error("claims.unknown-value", "p.cs")],
    },
    {
      id: "send-array",
      comment: "a list is the spelling of the REST interface, not of a claim: it gives nothing",
      flags: ["WrongType"],
      twin: "send-list",
      claims: permitted({ cs: ["video", "audio"] }, { ss: false }),
      grant: granting(sending()),
      residue: null,
      findings: [error("claims.invalid", "p.cs")],
    },
    {
      id: "send-room",
      comment: "a permission that the token leaves out is inherited from the room",
      flags: ["RoomSettings"],
      claims: permitted({ hp: true }, { u: "Alice" }),
      room: { permissions: { canSend: ["audio"], hasPresence: false } },
      grant: grant({ participant: { name: "Alice" }, rights: { visible: true } }),
      authority: {
        rights: {
          "rights.publish.microphone": "allow",
          "rights.publish.camera": "deny",
          "rights.visible": "allow",
        },
      },
    },
  ],
};

const nobody = { "*": false };
const everybody = { "*": true };
const complete = { v: true, a: true, sv: false, sa: false, cv: nobody, ca: nobody };

export const reception = {
  title: "What may be received (p.cr)",
  spec: [pages.selfSigning, pages.permissions],
  tests: [
    {
      id: "receive-all",
      comment: "everything from everybody, stated",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ cr: { b: true } }),
      grant: granting({ subscribe: true }),
      authority: { rights: { "rights.subscribe": "allow" } },
    },
    {
      id: "receive-nothing",
      comment: "nothing from anybody",
      flags: ["OneClaim", "AbsentIsNotFalse"],
      claims: permitted({ cr: { b: false } }),
      grant: granting({ subscribe: false }),
      authority: { rights: { "rights.subscribe": "deny" } },
    },
    {
      id: "receive-kinds",
      comment: "in here ca is custom audio, and takes a map of track names",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ cr: { b: complete } }),
      grant: granting({
        subscribe: { base: { microphone: true, camera: true, screen: false, screenAudio: false, custom: false } },
      }),
    },
    {
      id: "receive-all-kinds",
      comment: "six times yes is yes",
      flags: ["ToleratedSpelling", "ShortNames"],
      claims: permitted({ cr: { b: { v: true, a: true, sv: true, sa: true, cv: everybody, ca: everybody } } }),
      grant: granting({ subscribe: true }),
      residue: null,
    },
    {
      id: "receive-by-user",
      comment: "in here u is not the name but the rules by user id",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ cr: { b: true, u: { "user-7": false } } }),
      grant: granting({ subscribe: { base: true, byParticipantId: { "user-7": false } } }),
    },
    {
      id: "receive-by-user-kinds",
      comment: "a rule for one sender may leave kinds to the base",
      flags: ["OneClaim", "ShortNames"],
      claims: permitted({ cr: { b: false, u: { "user-7": { a: true, v: false } } } }),
      grant: granting({
        subscribe: { base: false, byParticipantId: { "user-7": { microphone: true, camera: false } } },
      }),
    },
    {
      id: "receive-by-session",
      comment:
        "in here p is neither permissions nor participants; sessions are not known beforehand, so only the base counts",
      flags: ["UnknownStance", "VendorOnly", "ShortNames"],
      claims: permitted({ cr: { b: false, p: { "session-1": true } } }),
      grant: granting({ subscribe: false }),
      residue: { "permissions.canReceive": { base: false, byParticipantId: { "session-1": true } } },
    },
    {
      id: "receive-one-track",
      comment: "a single custom track has no neutral word: custom tracks count as not received",
      flags: ["VendorOnly", "ShortNames"],
      claims: permitted({ cr: { b: { ...complete, cv: { "*": false, slides: true } } } }),
      grant: granting({
        subscribe: { base: { microphone: true, camera: true, screen: false, screenAudio: false, custom: false } },
      }),
      residue: {
        "permissions.canReceive": {
          base: {
            video: true,
            audio: true,
            screenVideo: false,
            screenAudio: false,
            customVideo: { "*": false, slides: true },
            customAudio: nobody,
          },
        },
      },
    },
    {
      id: "receive-base-incomplete",
      comment: "kinds that the base leaves out count as not received, and a warning says so",
      flags: ["UnknownStance", "ShortNames"],
      claims: permitted({ cr: { b: { a: true } } }),
      grant: granting({
        subscribe: { base: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false } },
      }),
      residue: { "permissions.canReceive": { base: { audio: true } } },
      findings: [warning("daily.receive-base-incomplete", "p.cr.b")],
    },
    {
      id: "receive-text",
      comment: "what cannot be read gives nothing",
      flags: ["WrongType"],
      twin: "receive-all",
      claims: permitted({ cr: "v,a" }),
      grant: granting({ subscribe: false }),
      residue: null,
      findings: [error("claims.invalid", "p.cr")],
    },
  ],
};

const administering = (id, comment, value, rights, others = {}) => ({
  id: `administration-${id}`,
  comment,
  flags: ["OneClaim", "RoleFlag", "ShortNames"],
  claims: permitted({ ca: value }),
  grant: granting(rights),
  ...others,
});

export const administration = {
  title: "What may be administered (p.ca)",
  spec: [pages.selfSigning, pages.permissions, pages.access],
  tests: [
    administering(
      "all",
      "everything but, surely, admitting people",
      true,
      { ...moderating(true), livestream: true, transcribe: true },
      {
        authority: {
          rights: {
            ...each("rights.moderate", moderation, "allow"),
            "rights.admit": "unknown",
            "rights.record": "unknown",
          },
        },
      },
    ),
    administering("nothing", "a denial of each of them", false, noAdministration, {
      flags: ["AbsentIsNotFalse", "RoleFlag"],
      authority: { rights: { ...each("rights.moderate", moderation, "deny"), "rights.admit": "default(deny)" } },
    }),
    administering("list", "one text of codes, like the one of media", "p,t", {
      ...moderating(true),
      livestream: false,
      transcribe: true,
    }),
    administering(
      "streaming",
      "whether streaming covers recording is not documented, so that it does not",
      "s",
      { ...moderating(false), livestream: true, transcribe: false },
      { flags: ["OneClaim", "UnknownStance"], authority: { rights: { "rights.record": "unknown" } } },
    ),
    administering(
      "array-of-codes",
      "nobody shows the list's spelling, so a list of codes is understood too",
      ["p", "t"],
      { ...moderating(true), livestream: false, transcribe: true },
      { flags: ["ToleratedSpelling", "ShortNames"], findings: [warning("daily.admin-list", "p.ca")], residue: null },
    ),
    administering(
      "array-of-names",
      "and a list of full names",
      ["participants", "streaming"],
      { ...moderating(true), livestream: true, transcribe: false },
      { flags: ["ToleratedSpelling"], findings: [warning("daily.admin-list", "p.ca")], residue: null },
    ),
    administering(
      "unknown-code",
      "an unknown code gives nothing, the known ones still count",
      "t,x",
      {
        ...moderating(false),
        livestream: false,
        transcribe: true,
      },
      {
        flags: ["UnknownValue", "ShortNames"],
        twin: "administration-list",
        findings: [error("claims.unknown-value", "p.ca")],
        residue: null,
      },
    ),
    administering("name-as-text", "a full name is no text of codes", "participants", noAdministration, {
      flags: ["UnknownValue", "ShortNames"],
      twin: "administration-array-of-names",
      findings: [error("claims.unknown-value", "p.ca")],
      residue: null,
    }),
    administering("number", "a number gives nothing", 1, noAdministration, {
      flags: ["WrongType"],
      twin: "administration-all",
      findings: [error("claims.invalid", "p.ca")],
      residue: null,
    }),
    {
      id: "permissions-everything",
      comment: "all four permissions together, each at its place",
      flags: ["OneClaim", "ShortNames"],
      claims: claims({
        p: { hp: true, cs: false, cr: { b: true, u: { "user-7": { ca: nobody } } }, ca: "s" },
        ss: false,
      }),
      grant: granting({
        ...sending(),
        subscribe: { base: true, byParticipantId: { "user-7": { custom: false } } },
        visible: true,
        moderate: allOf(moderation, false),
        livestream: true,
        transcribe: false,
      }),
      residue: null,
      authority: { room: surely("standup") },
    },
  ],
};
