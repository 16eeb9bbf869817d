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

/** What is known around a token when it is read. */
export interface ReadContext {
  /** The room's real settings, by the vendor's own names, read in place of silence. */
  readonly room?: RoomSettings;
}

/** What an encoder is asked for: a grant, and how far it may go. */
export interface EncodeRequest {
  /** What the token is to say. Rights are taken from `ceiling`, everything else from here. */
  readonly grant: Grant;
  /** The most that each right may come out as; for `chooseOption`. */
  readonly ceiling: Ceiling;
  /** Kept when a token moves within one vendor; encoders copy what does not contradict the grant. */
  readonly residue?: Readonly<Record<string, unknown>>;
  /** What `Native.unknown` held, when a token moves within one vendor. */
  readonly unknown?: Readonly<Record<string, unknown>>;
  /** Who issued the token and when, when it moves within one vendor. */
  readonly issuance?: Issuance;
  /** The target room's real settings, where known, read in place of silence. */
  readonly room?: RoomSettings;
  /** How the token is going to be issued, where known: some properties exist in one way only. */
  readonly method?: "sign" | "request";
}

/** A value that the vendor does not take. What is merely not carried is found by core, which reads the result back. */
export interface EncodeProblem {
  /** The grant path: `participant.id`, `extensions.<vendor>.<key>`. */
  readonly path: string;
  /** What is wrong, by the one list of codes. */
  readonly code:
    | "grant.unsupported"
    | "grant.limit"
    | "grant.missing"
    | "grant.invalid"
    | "grant.modelled-extension"
    | "grant.unknown-field";
  /** One sentence, without the value. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly cure: string;
  /** The same as data, where a setting or a member of the policy helps. */
  readonly remedy?: Remedy;
}

/** What an encoder made of a grant. */
export interface Encoded<Properties> {
  /** The token in the vendor's words; of no use where there are problems. */
  readonly native: Native<Properties>;
  /** Everything that the vendor does not take, at once; empty where all is well. */
  readonly problems: readonly EncodeProblem[];
}

/** Header and claims of a token that nobody vouches for. */
export interface Evidence {
  /** As it stood; any JSON object. */
  readonly header: Readonly<Record<string, unknown>>;
  /** As they stood; any JSON object. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** How sure an adapter is that a token is its vendor's. `certain` needs a mark that no other vendor has. */
export interface Recognition {
  /** From sure to merely not excluded. */
  readonly confidence: "certain" | "likely" | "possible";
  /** One sentence for a person: which mark was seen. */
  readonly reason: string;
}

/** What the vendor's own lint rules get beside the token. */
export interface LintContext {
  /** Unix seconds. */
  readonly now: number;
}

/**
 * One vendor's adapter: a frozen value, all of it pure. Nothing here knows a key, reads a clock, the environment, the
 * network or randomness; `createX(settings)` of the vendor's package makes a provider, which does.
 */
export interface Adapter<Vendor extends string = string, Properties = Readonly<Record<string, unknown>>> {
  /** The version of this interface. */
  readonly specificationVersion: 1;
  /** The vendor's short name, lower case: the word in `extensions.<vendor>` and in error messages. */
  readonly vendor: Vendor;
  /** The vendor's name as people write it. */
  readonly displayName: string;
  /** Whether tokens are signed here or minted by a request to the vendor, preferred way first. */
  readonly issuance: readonly ("sign" | "request")[];
  /** Whether a signature can be checked here, or only by asking the vendor. */
  readonly verification: readonly ("offline" | "remote")[];
  /** Which algorithms and header members the vendor's tokens may have; everything else is refused. */
  readonly header: HeaderRules;
  /** How each path of the grant is carried by a token, with source and date. */
  readonly capabilities: Capabilities;
  /** How each known property outside the neutral model weighs, by the vendor's property name. */
  readonly residueRules: Readonly<Record<string, ResidueRule>>;
  /** Documented lengths and lifetimes; what is not documented is not limited. */
  readonly limits: Limits;
  /** Unknown members that are known to mean nothing for rights, by dotted claim path, with their source. */
  readonly harmless: Readonly<Record<string, Fact>>;
  /** How room names are compared: an injective normal form. Identity where the vendor compares bytes. */
  normalizeRoom(name: string): string;
  /** Whether unverified header and claims look like this vendor's; `undefined` = not at all. Does not throw. */
  recognize(evidence: Evidence): Recognition | undefined;
  /** Wire claims to the vendor's documented words. What cannot be read becomes a finding, never an error. */
  fromClaims(claims: Readonly<Record<string, unknown>>): Native<Properties>;
  /** The way back: what `fromClaims` read comes out again, unknown members included. */
  toClaims(native: Native<Properties>): Record<string, unknown>;
  /** The vendor's words to neutral ones: only what is stated, silence stays absent. */
  decode(native: Native<Properties>): Decoded;
  /** Neutral words to the vendor's, under the ceiling. What the vendor does not take comes back as problems. */
  encode(request: EncodeRequest): Encoded<Properties>;
  /** What the token lets its holder do, silence and room settings counted. */
  authority(native: Native<Properties>, context: ReadContext): Authority;
  /**
   * Names of the room's settings that `authority` reads and that have a value which the vendor does not document, dotted:
   * `permissions.canSend`. Each may be a restriction. Absent where no setting is read. Does not throw.
   */
  unreadableSettings?(room: RoomSettings): readonly string[];
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
