import type { Adapter, EncodeProblem, EncodeRequest, ReadContext } from "../adapter/adapter.js";
import type { Capabilities, Capability } from "../adapter/capability.js";
import { defineAdapter } from "../adapter/define-adapter.js";
import type { Authority, Bounds, StatedReading } from "../authority/authority.js";
import type { Finding } from "../errors/finding.js";
import type { Grant } from "../grant/grant.js";
import { type GrantPath, grantPaths, type RightPath, rightPaths } from "../grant/right-path.js";
import { grantOfDecoded } from "../provider/grant-of-decoded.js";
import { markTrusted, type Verified } from "../provider/token-reading.js";
import type { Remedy } from "../translate/remedy.js";

/**
 * What a token of the invented vendor "frank" says: in so many words what it grants and what it lets its holder do. With
 * it a test can state any authority, also one that no real form could express.
 */
export interface FrankProperties {
  readonly grant: Grant;
  readonly authority: Authority;
  readonly residue?: Readonly<Record<string, unknown>>;
}

export type FrankAdapter<Vendor extends string = string> = Adapter<Vendor, FrankProperties>;

/** Where a frank vendor falls short of saying everything. */
export interface FrankShortcomings {
  /** What the token that was asked for really lets its holder do. */
  readonly hold?: (asked: Authority, request: EncodeRequest) => Authority;
  /** What of the grant the token carries. */
  readonly carry?: (grant: Grant) => Grant;
  readonly read?: (authority: Authority, context: ReadContext) => Authority;
  readonly problems?: (request: EncodeRequest) => readonly EncodeProblem[];
  readonly requirements?: readonly Remedy[];
  readonly outside?: { readonly [path in GrantPath]?: Remedy };
  readonly normalizeRoom?: (name: string) => string;
}

export const surely = <Value>(value: Value): Bounds<Value> => ({ lowest: value, highest: value });

export function everyRight(reading: StatedReading): Record<RightPath, StatedReading> {
  return Object.fromEntries(rightPaths.map((path) => [path, reading])) as Record<RightPath, StatedReading>;
}

/** Somebody who walks into one room until `expiresAt`, and about whose rights the token says nothing that is known. */
export function plainAuthority(expiresAt: number | null, overrides: Partial<Authority> = {}): Authority {
  return {
    purpose: surely(["participant"]),
    room: surely("standup"),
    window: surely({ notBefore: 0, expiresAt }),
    stay: surely({ maxSeconds: null, endsAtExpiry: false }),
    entry: surely("direct"),
    identity: surely(null),
    rights: everyRight("unknown"),
    automation: {},
    ...overrides,
  };
}

function authorityAsked({ grant, ceiling, issuance }: EncodeRequest): Authority {
  const { notBefore = 0, expiresAt, stay } = grant;
  return {
    ...(issuance?.tenant === undefined ? {} : { tenant: issuance.tenant }),
    purpose: surely(grant.purpose),
    room: surely(grant.room),
    window: surely({ notBefore, expiresAt }),
    stay: surely({ maxSeconds: stay?.maxSeconds ?? null, endsAtExpiry: stay?.endsAtExpiry ?? false }),
    entry: surely(grant.entry ?? "direct"),
    identity: surely(grant.participant?.id ?? null),
    rights: ceiling.rights,
    ...(ceiling.modes === undefined ? {} : { modes: ceiling.modes }),
    ...(ceiling.subscribeSelection === undefined ? {} : { subscribeSelection: ceiling.subscribeSelection }),
    automation: grant.automation ?? {},
  };
}

/** An adapter for a vendor whose tokens say everything, but for the shortcomings that a test gives it. */
export function makeFrankAdapter<const Vendor extends string>(
  vendor: Vendor,
  shortcomings: FrankShortcomings = {},
): FrankAdapter<Vendor> {
  const fact = { source: "invented for tests", asOf: "2026-01" };
  const { hold, carry, read, outside = {} } = shortcomings;
  const rows = grantPaths.map((path): [GrantPath, Capability] => {
    const remedy = outside[path];
    return [path, { ...fact, carried: "exact", ...(remedy === undefined ? {} : { outside: remedy }) }];
  });
  return defineAdapter<Vendor, FrankProperties>({
    specificationVersion: 1,
    vendor,
    displayName: vendor === "frank" ? "Frank" : "Blunt",
    issuance: ["sign"],
    verification: ["offline"],
    header: { algorithms: ["HS256"] },
    capabilities: Object.fromEntries(rows) as Capabilities,
    residueRules: {
      role: { ...fact, kind: "covered", note: "The rights tell it." },
      colour: { ...fact, kind: "hint", note: "Colours of a client." },
      fence: { ...fact, kind: "binding", note: "Keeps its holder in." },
    },
    limits: {},
    harmless: { jti: fact, "inner.trace": fact },
    normalizeRoom: shortcomings.normalizeRoom ?? ((name) => name),
    recognize: () => undefined,
    fromClaims: (claims) => ({ properties: claims["content"] as FrankProperties, unknown: {}, findings: [] }),
    toClaims: ({ properties }) => ({ content: properties }),
    decode: ({ properties: { grant, authority, residue = {} }, unknown }) => ({
      grant,
      issuance: authority.tenant === undefined ? {} : { tenant: authority.tenant },
      residue,
      unknown,
    }),
    encode(request) {
      const asked = authorityAsked(request);
      const properties = {
        grant: carry === undefined ? request.grant : carry(request.grant),
        authority: hold === undefined ? asked : hold(asked, request),
        ...(request.residue === undefined ? {} : { residue: request.residue }),
      };
      const native = { properties, unknown: request.unknown ?? {}, findings: [] };
      return { native, problems: shortcomings.problems?.(request) ?? [] };
    },
    authority: ({ properties }, context) =>
      read === undefined ? properties.authority : read(properties.authority, context),
    lint: () => [],
    join: (grant) => ({ name: grant.participant?.name }),
    roomRequirements: () => shortcomings.requirements ?? [],
  });
}

export interface FrankToken {
  readonly grant?: Partial<Grant>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly residue?: Readonly<Record<string, unknown>>;
  readonly findings?: readonly Finding[];
  readonly warnings?: readonly Finding[];
}

/** A reading of a frank token that counts as checked. */
export function frankReading<Vendor extends string>(
  adapter: FrankAdapter<Vendor>,
  authority: Authority,
  { grant, unknown = {}, residue, findings = [], warnings = [] }: FrankToken = {},
): Verified<Vendor, FrankProperties> {
  const id = authority.identity.lowest;
  const properties: FrankProperties = {
    grant: {
      purpose: authority.purpose.lowest,
      room: authority.room.lowest,
      ...(id === null ? {} : { participant: { id } }),
      ...grant,
    },
    authority,
    ...(residue === undefined ? {} : { residue }),
  };
  const native = { properties, unknown, findings };
  const decoded = adapter.decode(native);
  const reading = { vendor: adapter.vendor, verified: true, grant: grantOfDecoded(decoded, adapter) };
  const rest = { issuance: decoded.issuance, properties, unknown, warnings, native };
  return markTrusted({ ...reading, ...rest } as unknown as Verified<Vendor, FrankProperties>, adapter);
}
