import type {
  Adapter,
  Authority,
  Capabilities,
  Capability,
  Decoded,
  Encoded,
  EncodeProblem,
  EncodeRequest,
  Fact,
  Finding,
  GrantPath,
  Native,
  RightPath,
} from "@roompass/core/adapter";
import { grantPaths, rightNames } from "../subject/grant-paths.js";
import { frozen } from "../vectors/freeze.js";

/** One room, one person, one hour: no token can say less and still be one. */
export interface MinimalProperties {
  readonly room?: string;
  /** Unix seconds. */
  readonly exp?: number;
  readonly iat?: number;
  readonly account?: string;
  /** Whom the token is bound to: the one thing that it can say beyond what every token needs. */
  readonly user?: string;
}

const fact: Fact = { source: "invented for the conformance suite", asOf: "2026-11" };
const mark = "minimal/1";
const propertyOf: { readonly [path in GrantPath]?: string } = {
  room: "room",
  expiresAt: "exp",
  "participant.id": "user",
};

const capabilities = Object.fromEntries(
  grantPaths.map((path): [GrantPath, Capability] => {
    const name = propertyOf[path];
    if (path === "purpose") return [path, { ...fact, carried: "partly", note: "Every token joins." }];
    if (name === undefined) return [path, { ...fact, carried: "none" }];
    const note = path === "room" ? { note: "One room by its name." } : {};
    return [path, { ...fact, carried: path === "room" ? "partly" : "exact", property: name, claim: name, ...note }];
  }),
) as Capabilities;

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const isInstant = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < 5e9;
const accepts = { account: isText, room: isText, exp: isInstant, iat: isInstant, user: isText } as const;
const names = Object.keys(accepts) as (keyof typeof accepts)[];

function fromClaims(claims: Readonly<Record<string, unknown>>): Native<MinimalProperties> {
  const findings: Finding[] = [];
  const refuse = (path: string): void => {
    const message = `\`${path}\` has another type than documented.`;
    findings.push({ id: "claims.invalid", severity: "error", path, message, cure: "Mint it as documented." });
  };
  if (!Object.hasOwn(claims, "kind") || claims["kind"] !== mark) refuse("kind");
  const properties: Record<string, unknown> = {};
  for (const name of names) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (value === undefined && name !== "room") continue;
    if (accepts[name](value)) properties[name] = value;
    else refuse(name);
  }
  const isKnown = (name: string): boolean => name === "kind" || Object.hasOwn(accepts, name);
  const unknown = Object.fromEntries(Object.entries(claims).filter(([name]) => !isKnown(name)));
  return { properties, unknown, findings };
}

function decode({ properties: { account, room, exp, iat, user }, unknown }: Native<MinimalProperties>): Decoded {
  return {
    grant: {
      purpose: ["participant"],
      room: room ?? { any: true },
      ...(user === undefined ? {} : { participant: { id: user } }),
      ...(exp === undefined ? {} : { expiresAt: exp }),
    },
    issuance: {
      ...(iat === undefined ? {} : { issuedAt: iat }),
      ...(account === undefined ? {} : { tenant: account }),
    },
    residue: {},
    unknown,
  };
}

const surely = <Value>(value: Value): { lowest: Value; highest: Value } => ({ lowest: value, highest: value });

function authority({ properties: { account, room, exp, user } }: Native<MinimalProperties>): Authority {
  return {
    ...(account === undefined ? {} : { tenant: account }),
    purpose: surely(["participant"]),
    room: surely(room ?? { any: true }),
    window: surely({ notBefore: 0, expiresAt: exp }),
    stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    entry: surely("direct"),
    identity: surely(user ?? null),
    // Nobody documents what a participant may do.
    rights: Object.fromEntries(rightNames.map((path) => [path, "unknown"])) as Record<RightPath, "unknown">,
    automation: {},
  };
}

function encode({ grant, issuance = {}, unknown = {} }: EncodeRequest): Encoded<MinimalProperties> {
  const problems: EncodeProblem[] = [];
  const { tenant, issuedAt } = issuance;
  const id = grant.participant?.id;
  for (const name of Object.keys(grant.extensions?.["minimal"] ?? {})) {
    const code = Object.hasOwn(accepts, name) ? "grant.modelled-extension" : "grant.unknown-field";
    problems.push({
      path: `extensions.minimal.${name}`,
      code,
      message: "This is no extension.",
      cure: "Leave it out.",
    });
  }
  if (typeof grant.room !== "string") {
    const remedy = { where: "policy", setting: "narrow.room" } as const;
    const cure = "Issue one token a room.";
    problems.push({ path: "room", code: "grant.unsupported", message: "A token is good for one room.", cure, remedy });
  }
  if (typeof grant.expiresAt !== "number") {
    problems.push({
      path: "expiresAt",
      code: "grant.unsupported",
      message: "Every token ends.",
      cure: "Give an expiry.",
    });
  }
  const properties: MinimalProperties = {
    ...(tenant === undefined ? {} : { account: tenant }),
    ...(typeof grant.room === "string" ? { room: grant.room } : {}),
    ...(typeof grant.expiresAt === "number" ? { exp: grant.expiresAt } : {}),
    ...(issuedAt === undefined ? {} : { iat: issuedAt }),
    ...(id === undefined ? {} : { user: id }),
  };
  return { native: { properties, unknown, findings: [] }, problems };
}

/** An adapter with one capability beside what every token needs: whatever else is asked for has to be refused. */
export const minimalAdapter: Adapter<"minimal", MinimalProperties> = frozen({
  specificationVersion: 1,
  vendor: "minimal",
  displayName: "Minimal",
  issuance: ["sign"],
  verification: ["offline"],
  header: { algorithms: ["HS256"] },
  capabilities,
  residueRules: {},
  limits: {},
  harmless: {},
  normalizeRoom: (name) => name,
  recognize: ({ claims }) =>
    Object.hasOwn(claims, "kind") && claims["kind"] === mark
      ? { confidence: "certain", reason: "It has the vendor's mark." }
      : undefined,
  fromClaims,
  toClaims: ({ properties, unknown }) =>
    Object.fromEntries(
      [["kind", mark], ...names.map((name) => [name, properties[name]]), ...Object.entries(unknown)].filter(
        ([, value]) => value !== undefined,
      ),
    ),
  decode,
  encode,
  authority,
  lint: () => [],
  join: () => ({}),
  roomRequirements: () => [],
});
