import type { Authority } from "../authority/authority.js";
import type { Finding } from "../errors/finding.js";
import type { Grant } from "../grant/grant.js";
import type { Remedy } from "../translate/remedy.js";
import type { Capabilities, Fact, Limits, ResidueRule } from "./capability.js";
import type { Ceiling } from "./ceiling.js";
import type { Decoded, Issuance, Native } from "./native.js";

/** Which header a vendor's tokens may have; everything else is refused. */
export interface HeaderRules {
  /** Exactly these `alg` values. */
  readonly algorithms: readonly string[];
  /** Accepted `typ` values; absent is always accepted. Default: `JWT` in any case, also `application/jwt`. */
  readonly types?: readonly string[];
  /** Members beside `alg` and `typ` that this vendor writes. */
  readonly members?: readonly string[];
}

/** The vendor room's real settings, by the vendor's own names, read in place of silence. */
export type RoomSettings = Readonly<Record<string, unknown>>;

export interface ReadContext {
  readonly room?: RoomSettings;
}

export interface EncodeRequest {
  /** What the token is to say. Rights are taken from `ceiling`, everything else from here. */
  readonly grant: Grant;
  readonly ceiling: Ceiling;
  /** Kept when a token moves within one vendor; encoders copy what does not contradict the grant. */
  readonly residue?: Readonly<Record<string, unknown>>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly issuance?: Issuance;
  /** The target room's real settings, where known, read in place of silence. */
  readonly room?: RoomSettings;
  /** How the token is going to be issued, where known: some properties exist in one way only. */
  readonly method?: "sign" | "request";
}

/** A value that the vendor does not take. What is merely not carried is found by core, which reads the result back. */
export interface EncodeProblem {
  readonly path: string;
  readonly code:
    | "grant.unsupported"
    | "grant.limit"
    | "grant.missing"
    | "grant.invalid"
    | "grant.modelled-extension"
    | "grant.unknown-field";
  readonly message: string;
  readonly cure: string;
  readonly remedy?: Remedy;
}

export interface Encoded<Properties> {
  readonly native: Native<Properties>;
  readonly problems: readonly EncodeProblem[];
}

/** Header and claims of a token that nobody vouches for. */
export interface Evidence {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** How sure an adapter is that a token is its vendor's. `certain` needs a mark that no other vendor has. */
export interface Recognition {
  readonly confidence: "certain" | "likely" | "possible";
  readonly reason: string;
}

export interface LintContext {
  /** Unix seconds. */
  readonly now: number;
}

/**
 * One vendor's adapter: a frozen value, all of it pure. Nothing here knows a key, reads a clock, the environment, the
 * network or randomness; `createX(settings)` of the vendor's package makes a provider, which does.
 */
export interface Adapter<Vendor extends string = string, Properties = Readonly<Record<string, unknown>>> {
  readonly specificationVersion: 1;
  readonly vendor: Vendor;
  /** The vendor's name as people write it. */
  readonly displayName: string;
  /** Whether tokens are signed here or minted by a request to the vendor, preferred way first. */
  readonly issuance: readonly ("sign" | "request")[];
  /** Whether a signature can be checked here, or only by asking the vendor. */
  readonly verification: readonly ("offline" | "remote")[];
  readonly header: HeaderRules;
  readonly capabilities: Capabilities;
  readonly residueRules: Readonly<Record<string, ResidueRule>>;
  readonly limits: Limits;
  /** Unknown members that are known to mean nothing for rights, by dotted claim path, with their source. */
  readonly harmless: Readonly<Record<string, Fact>>;
  /** How room names are compared: an injective normal form. Identity where the vendor compares bytes. */
  normalizeRoom(name: string): string;
  recognize(evidence: Evidence): Recognition | undefined;
  fromClaims(claims: Readonly<Record<string, unknown>>): Native<Properties>;
  toClaims(native: Native<Properties>): Record<string, unknown>;
  decode(native: Native<Properties>): Decoded;
  encode(request: EncodeRequest): Encoded<Properties>;
  authority(native: Native<Properties>, context: ReadContext): Authority;
  /** Vendor rules beyond the neutral ones. */
  lint(native: Native<Properties>, context: LintContext): readonly Finding[];
  /** What the client has to pass to the vendor's SDK, by the SDK's option names, for what the token cannot say. */
  join(grant: Grant): Readonly<Record<string, unknown>>;
  /** Settings that the room needs for this token to work, and to mean what it says. */
  roomRequirements(native: Native<Properties>): readonly Remedy[];
}

/** Any adapter, whatever its properties. */
// biome-ignore lint/suspicious/noExplicitAny: properties are contravariant in some members and covariant in others
export type AnyAdapter = Adapter<string, any>;
