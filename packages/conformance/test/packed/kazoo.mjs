// An adapter as somebody writes it who has never seen this repository: one plain file, one plain object, no import.

const fact = { source: "https://docs.kazoo.example/tokens", asOf: "2026-11" };
const none = { carried: "none", ...fact };
const exact = (claim) => ({ carried: "exact", property: claim, claim, ...fact });

const rights = [
  "rights.publish.microphone",
  "rights.publish.camera",
  "rights.publish.screen",
  "rights.publish.screenAudio",
  "rights.publish.custom",
  "rights.publish.data",
  "rights.subscribe",
  "rights.visible",
  "rights.moderate.media",
  "rights.moderate.remove",
  "rights.moderate.permissions",
  "rights.admit",
  "rights.record",
  "rights.livestream",
  "rights.transcribe",
];

const capabilities = {
  purpose: { ...none, carried: "partly", note: "Every token joins." },
  room: { ...exact("room"), carried: "partly", note: "One room by its name." },
  "participant.id": exact("user"),
  "participant.name": none,
  "participant.email": none,
  "participant.avatarUrl": none,
  "participant.metadata": none,
  notBefore: none,
  expiresAt: exact("exp"),
  "stay.endsAtExpiry": none,
  "stay.maxSeconds": none,
  entry: none,
  "start.camera": none,
  "start.microphone": none,
  "automation.record": none,
  "automation.transcribe": none,
  "client.language": none,
  "client.redirectUrl": none,
  "client.closeTabOnExit": none,
  ...Object.fromEntries(rights.map((path) => [path, none])),
};

const isText = (value) => typeof value === "string" && value !== "";
const isInstant = (value) => Number.isSafeInteger(value) && value > 0 && value < 5e9;
const accepts = { account: isText, room: isText, user: isText, iat: isInstant, exp: isInstant };
const isDocumented = ([name]) => Object.hasOwn(accepts, name);

function fromClaims(claims) {
  const members = Object.entries(claims);
  const documented = members.filter(isDocumented);
  const wrong = documented.filter(([name, value]) => !accepts[name](value)).map(([name]) => name);
  if (!Object.hasOwn(claims, "room")) wrong.push("room");
  return {
    properties: Object.fromEntries(documented.filter(([name, value]) => accepts[name](value))),
    unknown: Object.fromEntries(members.filter((member) => !isDocumented(member))),
    findings: wrong.map((path) => ({
      id: "claims.invalid",
      severity: "error",
      path,
      message: `\`${path}\` is not as documented.`,
      cure: "Mint the token as documented.",
    })),
  };
}

const without = (members) => Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
const surely = (value) => ({ lowest: value, highest: value });
const problem = (path, message, cure, remedy) => ({
  path,
  code: "grant.unsupported",
  message,
  cure,
  ...(remedy === undefined ? {} : { remedy: { where: "policy", setting: remedy } }),
});

/** Nobody who reads an adapter can change it. */
function frozen(value) {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

export default frozen({
  specificationVersion: 1,
  vendor: "kazoo",
  displayName: "Kazoo",
  issuance: ["sign"],
  verification: ["offline"],
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules: {},
  limits: {},
  harmless: {},
  normalizeRoom: (name) => name,
  recognize: ({ claims }) =>
    isText(claims.account) ? { confidence: "possible", reason: "It has the claim `account`." } : undefined,
  fromClaims,
  toClaims: ({ properties, unknown }) => without({ ...properties, ...unknown }),
  decode: ({ properties: { account, room, user, iat, exp }, unknown }) => ({
    grant: without({
      purpose: ["participant"],
      room: room ?? { any: true },
      participant: user === undefined ? undefined : { id: user },
      expiresAt: exp,
    }),
    issuance: without({ issuedAt: iat, tenant: account }),
    residue: {},
    unknown,
  }),
  encode: ({ grant, issuance = {}, unknown = {} }) => ({
    native: {
      properties: without({
        account: issuance.tenant,
        room: typeof grant.room === "string" ? grant.room : undefined,
        user: grant.participant?.id,
        iat: issuance.issuedAt,
        exp: grant.expiresAt ?? undefined,
      }),
      unknown,
      findings: [],
    },
    problems: [
      ...(typeof grant.room === "string"
        ? []
        : [problem("room", "A token is good for one room.", "Issue one token for each room.", "narrow.room")]),
      ...(typeof grant.expiresAt === "number"
        ? []
        : [problem("expiresAt", "Every token ends.", "Give an expiry.", "narrow.expiresAt")]),
      ...Object.keys(grant.extensions?.kazoo ?? {}).map((name) => ({
        path: `extensions.kazoo.${name}`,
        code: Object.hasOwn(accepts, name) ? "grant.modelled-extension" : "grant.unknown-field",
        message: "Kazoo has no extensions.",
        cure: "Leave it out.",
      })),
    ],
  }),
  authority: ({ properties: { account, room, user, exp } }) => ({
    ...(account === undefined ? {} : { tenant: account }),
    purpose: surely(["participant"]),
    room: surely(room ?? { any: true }),
    window: surely({ notBefore: 0, expiresAt: exp }),
    stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    entry: surely("direct"),
    identity: surely(user ?? null),
    rights: Object.fromEntries(rights.map((path) => [path, "unknown"])),
    automation: {},
  }),
  lint: () => [],
  join: () => ({}),
  roomRequirements: () => [],
});
