// LiveKit: single fields of a grant, and names in the extensions that are no extensions.
import { apiKey, identity, pages, room } from "./livekit-facts.mjs";
import { expiresAt, now, refused } from "./words.mjs";

const plain = { room, participant: { id: identity }, expiresIn: "1h" };

const claims = (video = {}, others = {}) => ({
  iss: apiKey,
  sub: identity,
  video: { roomJoin: true, room, ...video },
  iat: now,
  exp: expiresAt,
  ...others,
});

const signed = (id, comment, flags, changes, video, others, report = []) => ({
  id,
  comment,
  flags,
  grant: { ...plain, ...changes },
  claims: claims(video, others),
  report: report.map((line) => {
    const [kind, path] = line.split(" ");
    return { path, kind };
  }),
});

const person = (changes) => ({ participant: { id: identity, ...changes } });
const own = (id, comment, members, video, others) =>
  signed(`own-${id}`, comment, ["VendorOnly"], { extensions: { livekit: members } }, video, others);

const serverOf = (id, comment, members, claim) => ({
  id: `server-${id}`,
  comment,
  flags: ["Purpose", "VendorOnly"],
  grant: { purpose: "api", room: { any: true }, expiresIn: "1h", extensions: { livekit: members } },
  claims: { iss: apiKey, iat: now, exp: expiresAt, ...claim },
});

const sources = (id, publish, canPublishSources) =>
  signed(
    `sources-${id}`,
    "a list of sources withholds what it does not name",
    ["OneField"],
    { rights: { publish } },
    { canPublishSources },
  );

export const fields = {
  title: "Single fields, and everything that the report says of them",
  spec: [pages.tokens, pages.protocolGrants],
  tests: [
    signed(
      "metadata-text",
      "text stays text",
      ["Description"],
      person({ metadata: "front row" }),
      {},
      { metadata: "front row" },
    ),
    signed(
      "metadata-list",
      "a list goes in as its text",
      ["Description"],
      person({ metadata: ["a", 1] }),
      {},
      { metadata: '["a",1]' },
    ),
    signed(
      "metadata-empty",
      "an empty text is a text",
      ["Description"],
      person({ metadata: "" }),
      {},
      { metadata: "" },
    ),
    signed("name-empty", "an empty name is written as it is", ["Description"], person({ name: "" }), {}, { name: "" }),
    signed(
      "avatar",
      "a picture has no place",
      ["Description"],
      person({ avatarUrl: "https://example.org/a.png" }),
      {},
      {},
      ["dropped participant.avatarUrl"],
    ),
    signed(
      "microphone-on",
      "a microphone that starts is the client's",
      ["Description"],
      { start: { microphone: "on" } },
      {},
      {},
      ["moved start.microphone"],
    ),
    signed("language", "no setting for the language", ["Description"], { client: { language: "de" } }, {}, {}, [
      "dropped client.language",
    ]),
    signed(
      "redirect",
      "nor for where the client goes",
      ["Description"],
      { client: { redirectUrl: "https://example.org/" } },
      {},
      {},
      ["dropped client.redirectUrl"],
    ),
    signed("not-before-zero", "zero is no beginning", ["TimeClaim"], { notBefore: 0 }, {}, {}),
    signed("rights-empty", "no statement about any right", ["AbsentIsNotFalse"], { rights: {} }, {}, {}),
    sources("camera", ["camera"], ["camera"]),
    sources("microphone", ["microphone"], ["microphone"]),
    sources("screen", ["screen"], ["screen_share"]),
    sources("screen-sound", ["screenAudio"], ["screen_share_audio"]),
    sources("screen-both", ["screenAudio", "screen"], ["screen_share", "screen_share_audio"]),
    sources("camera-screen", ["screen", "camera"], ["camera", "screen_share"]),
    sources("three", ["screen", "camera", "microphone"], ["camera", "microphone", "screen_share"]),
    signed(
      "sources-and-data",
      "a list, and data beside it",
      ["OneField"],
      {
        rights: {
          publish: { microphone: true, camera: false, screen: false, screenAudio: false, custom: false, data: false },
        },
      },
      {
        canPublishSources: ["microphone"],
        canPublishData: false,
      },
    ),
    signed(
      "data-given",
      "data, said out loud",
      ["OneField"],
      { rights: { publish: { data: true } } },
      { canPublishData: true },
    ),
    signed(
      "receives",
      "receiving, said out loud",
      ["OneField"],
      { rights: { subscribe: true } },
      { canSubscribe: true },
    ),
    signed(
      "admission-denied",
      "nobody asks to enter, so that denying it is no problem",
      ["AbsentIsNotFalse"],
      { rights: { admit: false } },
      {},
    ),
    signed(
      "recording-denied",
      "nor is denying a recording",
      ["AbsentIsNotFalse"],
      { rights: { record: false, livestream: false } },
      {},
    ),
    own(
      "every-switch",
      "every switch that only LiveKit has",
      { canUpdateOwnMetadata: true, canSubscribeMetrics: true, canManageAgentSession: true, recorder: true },
      {
        canUpdateOwnMetadata: true,
        canSubscribeMetrics: true,
        canManageAgentSession: true,
        recorder: true,
      },
    ),
    own(
      "kind",
      "what kind of participant it is",
      { kind: "agent", kindDetails: ["a"] },
      {},
      { kind: "agent", kindDetails: ["a"] },
    ),
    own("body-hash", "the hash of a body", { sha256: "q80=" }, {}, { sha256: "q80=" }),
    own("preset", "a preset of a room", { roomPreset: "a" }, {}, { roomPreset: "a" }),
    own(
      "configuration",
      "a configuration that starts nothing",
      { roomConfig: { maxParticipants: 4 } },
      {},
      { roomConfig: { maxParticipants: 4 } },
    ),
    own("attributes-empty", "no attributes are attributes", { attributes: {} }, {}, { attributes: {} }),
    own("nothing", "no extension is nothing to write", {}, {}),
    signed(
      "destination",
      "where an admin may move people",
      ["VendorOnly"],
      { rights: { moderate: true }, extensions: { livekit: { destinationRoom: "retro" } } },
      {
        roomAdmin: true,
        destinationRoom: "retro",
      },
    ),
    serverOf("rooms-made", "makes rooms", { roomCreate: true }, { video: { roomCreate: true } }),
    serverOf("rooms-listed", "lists rooms", { roomList: true }, { video: { roomList: true } }),
    serverOf("ingress", "takes streams in", { ingressAdmin: true }, { video: { ingressAdmin: true } }),
    serverOf("agent-worker", "works for agents", { agentWorker: true }, { video: { agent: true } }),
    serverOf("telephony-both", "telephony", { sip: { admin: true, call: true } }, { sip: { admin: true, call: true } }),
    serverOf(
      "agents",
      "agents that LiveKit hosts",
      { agent: { admin: true, createSimulation: true } },
      { agent: { admin: true, createSimulation: true } },
    ),
    serverOf("models", "models that LiveKit hosts", { inference: { perform: true } }, { inference: { perform: true } }),
    serverOf("observation", "what is observed", { observability: { write: true } }, { observability: { write: true } }),
  ],
};

const extension = (name, value, { code = "grant.modelled-extension", path = `.${name}`, id = name, comment }) => ({
  id: `extension-${id.toLowerCase()}`,
  comment,
  flags: [{ "grant.invalid": "WrongType", "grant.unknown-field": "UnknownField" }[code] ?? "ModelledExtension"],
  twin: "extensions",
  grant: { ...plain, extensions: { livekit: { [name]: value } } },
  expect: refused(code, `extensions.livekit${path}`),
});

const modelled = Object.entries({
  iss: "k",
  sub: "u",
  identity: "u",
  jti: "4f2c",
  name: "Alice",
  metadata: "x",
  exp: expiresAt,
  ttl: "1h",
  nbf: now,
  iat: now,
  room: "retro",
  roomJoin: true,
  roomRecord: true,
  canPublish: true,
  canPublishSources: ["camera"],
  canPublishData: true,
  canSubscribe: true,
  hidden: true,
  video: {},
}).map(([name, value]) => extension(name, value, { comment: `\`${name}\` is told elsewhere, and checked there` }));

const wrong = (name, value, id, comment) =>
  extension(name, value, { code: "grant.invalid", id: `${name}-${id}`, comment });
const unknown = { code: "grant.unknown-field" };

export const extensions = {
  title: "Extensions that are none",
  spec: [pages.tokens],
  tests: [
    ...modelled,
    wrong("attributes", ["a"], "list", "attributes are no list"),
    wrong("attributes", { a: null }, "null-inside", "attributes are texts, and null is none"),
    wrong("kind", "", "empty", "an empty kind is none"),
    wrong("kind", 1, "number", "a number is no kind"),
    wrong("kindDetails", "a", "text", "details are a list"),
    wrong("kindDetails", [1], "number-inside", "details are texts"),
    wrong("sha256", "", "empty", "an empty hash is none"),
    wrong("roomPreset", true, "true", "a preset is a text"),
    wrong("roomConfig", [], "list", "a configuration is an object"),
    wrong(
      "roomConfig",
      { egress: { room: { streamOutputs: [{}] } } },
      "streams",
      "stream keys are everybody's who has the token",
    ),
    wrong("destinationRoom", "", "empty", "an empty room is none"),
    wrong("recorder", false, "off", "what is off by default is left out"),
    wrong("canSubscribeMetrics", 1, "number", "1 is no switch"),
    wrong("canManageAgentSession", "true", "text", "`true` as text is no switch"),
    wrong("roomCreate", null, "null", "null is no switch"),
    wrong("roomList", "yes", "text", "nor is another word"),
    wrong("ingressAdmin", 1, "number", "nor is a number a switch"),
    wrong("agentWorker", {}, "object", "nor is an object a switch"),
    wrong("sip", {}, "empty", "a claim without a member gives nothing"),
    wrong("sip", { admin: false }, "off", "nor does one whose switch is off"),
    wrong("sip", { admin: true, perform: true }, "foreign-member", "nor is another claim's switch one of it"),
    wrong("agent", true, "true", "a claim with members is an object"),
    wrong("inference", [], "list", "a claim with members is no list"),
    wrong("observability", { write: 1 }, "number-inside", "1 is no switch there either"),
    extension("atributes", {}, { ...unknown, comment: "a slip of an extension is none" }),
    extension(
      "RoomConfig",
      {},
      { ...unknown, id: "in-other-case", comment: "names are told apart by the case of letters" },
    ),
    extension("constructor", true, { ...unknown, comment: "what every object has is no extension" }),
    extension(
      "room config",
      {},
      { ...unknown, path: "", id: "name-with-space", comment: "a name that is no plain word is not repeated" },
    ),
    extension("", true, { ...unknown, path: "", id: "name-empty", comment: "an empty name is not repeated" }),
    extension("a.b", true, {
      ...unknown,
      path: "",
      id: "name-with-dot",
      comment: "a name that looks like a path is not repeated",
    }),
  ],
};
