// LiveKit: what a token is for, and values at the edge of what is documented.
import { claims, grant, identity, moderating, pages, room } from "./livekit-facts.mjs";
import { between, error, expiresAt, info, now, surely, warning } from "./words.mjs";

const anyRoom = { any: true };
const invalid = (path) => error("claims.invalid", path);
const inHand = (path) => [warning("livekit.server-rights-with-join", path)];
const bothPurposes = { purpose: ["api", "participant"] };

const purpose = (
  id,
  comment,
  others,
  says,
  lowest,
  { highest = lowest, rooms, twin, findings = [], residue = null } = {},
) => ({
  id: `purpose-${id}`,
  comment,
  flags: ["Purpose"],
  ...(twin === undefined ? {} : { twin }),
  claims: claims({}, others),
  grant: grant(says),
  residue,
  findings,
  authority: { purpose: between(lowest, highest), ...(rooms === undefined ? {} : { room: rooms }) },
});

const serverSays = { purpose: ["api"], room: anyRoom, participant: undefined };
const server = (id, comment, claim, { says = serverSays, ...others } = {}) =>
  purpose(`server-${id}`, comment, { sub: undefined, video: undefined, ...claim }, says, ["api"], {
    rooms: surely(anyRoom),
    ...others,
  });

export const purposes = {
  title: "What a token is for, and where",
  spec: [pages.tokens, pages.serverAuth, pages.protocolVerifier],
  tests: [
    ...["roomCreate", "roomList", "ingressAdmin", "agent"].map((name) =>
      server(
        name.toLowerCase(),
        `\`video.${name}\` is a right of the server API`,
        { video: { [name]: true } },
        {
          residue: { [name === "agent" ? "agentWorker" : name]: true },
        },
      ),
    ),
    server(
      "telephony",
      "telephony by its administration",
      { sip: { admin: true } },
      { residue: { sip: { admin: true } } },
    ),
    server("calls", "and by its calls", { sip: { call: true } }, { residue: { sip: { call: true } } }),
    server("agents", "agents that LiveKit hosts", { agent: { admin: true } }, { residue: { agent: { admin: true } } }),
    server(
      "simulations",
      "and their simulations",
      { agent: { createSimulation: true } },
      { residue: { agent: { createSimulation: true } } },
    ),
    server(
      "models",
      "models that LiveKit hosts",
      { inference: { perform: true } },
      { residue: { inference: { perform: true } } },
    ),
    server(
      "observation",
      "what is observed",
      { observability: { write: true } },
      { residue: { observability: { write: true } } },
    ),
    purpose(
      "join-and-telephony",
      "a participant with a right of the server API",
      { sip: { call: true } },
      bothPurposes,
      ["api", "participant"],
      {
        rooms: between(room, anyRoom),
        findings: inHand("sip.call"),
      },
    ),
    purpose("telephony-off", "a right that is switched off is none", { sip: { call: false } }, {}, ["participant"], {
      residue: { switchedOff: ["sip.call"] },
    }),
    purpose("telephony-empty", "a claim without a member is none either", { sip: {} }, {}, ["participant"], {
      residue: { switchedOff: ["sip"] },
    }),
    purpose(
      "everything-off",
      "nothing but switches that are off",
      { video: { roomJoin: true, room, roomCreate: false, agent: false, recorder: false } },
      {},
      ["participant"],
      {
        residue: {
          switchedOff: ["video.roomCreate", "video.agent", "video.recorder"],
        },
      },
    ),
    {
      ...purpose("nothing", "neither joins nor calls", { video: {} }, { room: anyRoom }, [], {
        findings: [invalid("video")],
      }),
      twin: "room-admin",
    },
    {
      ...purpose(
        "join-without-identity-and-room",
        "joins as nobody, and nowhere",
        { sub: undefined, video: { roomJoin: true } },
        { room: anyRoom, participant: undefined },
        [],
        {
          highest: ["participant"],
          findings: [invalid("sub"), invalid("video.room")],
        },
      ),
      twin: "room-admin",
    },
    {
      ...purpose(
        "join-with-empty-identity",
        "an empty identity is nobody",
        { sub: "" },
        { participant: undefined },
        [],
        {
          highest: ["participant"],
          findings: [invalid("sub"), info("livekit.empty-claim", "sub")],
        },
      ),
      twin: "room-admin",
    },
    {
      ...purpose(
        "join-empty-room",
        "an empty room is none",
        { video: { roomJoin: true, room: "" } },
        { room: anyRoom },
        [],
        {
          highest: ["participant"],
          findings: [invalid("video.room"), info("livekit.empty-claim", "video.room")],
        },
      ),
      twin: "room-admin",
    },
    purpose(
      "empty-sub-and-jti",
      "where sub is empty the oldest place counts",
      { sub: "", jti: identity },
      {},
      ["participant"],
      {
        findings: [warning("livekit.identity-in-jti", "jti")],
      },
    ),
    purpose(
      "server-token-id",
      "in a token that does not join jti is a token id",
      { sub: undefined, jti: "4f2c", video: { roomList: true } },
      serverSays,
      ["api"],
      {
        residue: { roomList: true, jti: "4f2c" },
      },
    ),
    purpose(
      "server-person",
      "a server's token may name somebody",
      { video: { roomList: true } },
      { purpose: ["api"], room: anyRoom },
      ["api"],
    ),
    server(
      "name",
      "a server's token may have a name",
      { name: "Bot", video: { roomList: true } },
      {
        says: { ...serverSays, participant: { name: "Bot" } },
      },
    ),
    server(
      "metadata",
      "or metadata alone",
      { metadata: "x", video: { roomList: true } },
      {
        says: { ...serverSays, participant: { metadata: "x" } },
      },
    ),
    purpose(
      "destination",
      "where an admin may move people",
      { video: { roomJoin: true, room, roomAdmin: true, destinationRoom: "retro" } },
      { rights: moderating },
      ["participant"],
      {
        residue: { destinationRoom: "retro" },
        rooms: surely(room),
      },
    ),
    purpose(
      "destination-empty",
      "an empty one is none",
      { video: { roomJoin: true, room, destinationRoom: "" } },
      {},
      ["participant"],
      { residue: {} },
    ),
  ],
};

const says = (id, comment, others, changes, residue = {}) => ({
  id,
  comment,
  flags: ["AbsentIsNotFalse"],
  claims: claims({}, others),
  grant: grant(changes),
  residue,
});

export const oddValues = {
  title: "Values at the edge of what is documented",
  spec: [pages.tokens, pages.protocolRoom],
  tests: [
    says(
      "metadata-object",
      "text that is a stringified object is read as that object",
      { metadata: '{"team":"a"}' },
      { participant: { id: identity, metadata: { team: "a" } } },
    ),
    says("metadata-list", "and so is a list", { metadata: "[1]" }, { participant: { id: identity, metadata: [1] } }),
    says(
      "metadata-number",
      "a number stays text",
      { metadata: "42" },
      { participant: { id: identity, metadata: "42" } },
    ),
    says(
      "metadata-twice",
      "an object with a name twice stays text",
      { metadata: '{"a":1,"a":2}' },
      { participant: { id: identity, metadata: '{"a":1,"a":2}' } },
    ),
    says(
      "metadata-cut",
      "half an object stays text",
      { metadata: '{"a":1' },
      { participant: { id: identity, metadata: '{"a":1' } },
    ),
    says("not-before-negative", "a beginning before 1970 restricts nothing", { nbf: -1 }, {}, { nbf: -1 }),
    says("not-before-one", "one after it is a beginning", { nbf: 1 }, { notBefore: 1 }),
    says("expiry-zero", "an expiry of zero is over, and not none", { exp: 0 }, { expiresAt: 0 }),
    says("attributes-empty", "no attributes are attributes", { attributes: {} }, {}, { attributes: {} }),
    says(
      "kind-and-details",
      "what kind of participant it is",
      { kind: "agent", kindDetails: ["a", "b"] },
      {},
      { kind: "agent", kindDetails: ["a", "b"] },
    ),
    says("kind-empty", "an empty kind is kept", { kind: "", kindDetails: [] }, {}, { kind: "", kindDetails: [] }),
    says("body-hash", "the hash of a message that LiveKit sends", { sha256: "q80=" }, {}, { sha256: "q80=" }),
    says("token-id-empty", "an empty token id is none", { jti: "" }, {}, {}),
    says(
      "configuration-without-egress",
      "a configuration that starts nothing",
      { roomConfig: { maxParticipants: 4 } },
      {},
      { roomConfig: { maxParticipants: 4 } },
    ),
    says(
      "configuration-empty-egress",
      "nor does an empty egress",
      { roomConfig: { egress: {} } },
      {},
      { roomConfig: { egress: {} } },
    ),
    says(
      "configuration-egress-text",
      "nor one that is no object",
      { roomConfig: { egress: "room" } },
      {},
      { roomConfig: { egress: "room" } },
    ),
    ...[
      ["credentials", { credentials: "TEST-ONLY-storage" }],
      ["account-key", { account_key: "TEST-ONLY-storage" }],
      ["streams", { streamOutputs: [{ urls: ["rtmp://example.org"] }] }],
      ["secret-object", { secret: {} }],
    ].map(([name, egress]) => ({
      ...says(
        `configuration-${name}`,
        "storage keys and stream keys in every spelling",
        { roomConfig: { egress: { room: [egress] } } },
        { automation: { record: {} } },
        {
          roomConfig: { egress: { room: [egress] } },
        },
      ),
      findings: [warning("livekit.credentials-in-token", "roomConfig.egress")],
    })),
    says(
      "configuration-empty-secret",
      "an empty key is none",
      { roomConfig: { egress: { room: { secret: "", streamOutputs: [], credentials: null } } } },
      { automation: { record: {} } },
      {
        roomConfig: { egress: { room: { secret: "", streamOutputs: [], credentials: null } } },
      },
    ),
    says(
      "configuration-secret-outside",
      "a key that is none of egress's",
      { roomConfig: { metadata: { secret: "x" } } },
      {},
      { roomConfig: { metadata: { secret: "x" } } },
    ),
    {
      id: "window-edges",
      comment: "both ends of the window",
      flags: ["TimeClaim"],
      claims: claims({}, { nbf: now + 60, exp: now + 120 }),
      grant: grant({ notBefore: now + 60, expiresAt: now + 120 }),
      authority: {
        window: surely({ notBefore: now + 60, expiresAt: now + 120 }),
        entry: surely("direct"),
        identity: surely(identity),
      },
    },
    {
      id: "window-negative",
      comment: "a beginning before 1970 is none",
      flags: ["TimeClaim"],
      claims: claims({}, { nbf: -60 }),
      grant: grant(),
      residue: { nbf: -60 },
      authority: { window: surely({ notBefore: 0, expiresAt }) },
    },
  ],
};
