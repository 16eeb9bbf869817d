import type { AnyAdapter, Grant } from "@roompass/core/adapter";

/** An account at the vendor, as the vectors have it: test-only values. */
export interface Account {
  /** The vendor's word for an account: a domain, an app, an api key. */
  readonly tenant: string;
  /** The account's secret, as the vendor shows it. */
  readonly secret: string;
}

/** For whom and when a token is issued. */
export interface IssueContext extends Account {
  /** Unix seconds; no other clock is read. */
  readonly now: number;
}

/** A token that was signed. What is left out is not compared. */
export interface IssuedToken {
  /** The compact token. */
  readonly token: string;
  /** The vendor's documented properties. */
  readonly properties?: unknown;
  /** What became of descriptions that the vendor has no place for. */
  readonly report?: readonly { readonly path: string; readonly kind: string }[];
}

/** What the caller expects of a token beyond a good signature; the members of core's `Expectations`. */
export interface VerifyExpectations {
  /** The room that somebody joins. */
  readonly room?: string;
  /** Whom the token has to be bound to. */
  readonly participantId?: string;
  /** What the token has to be for. */
  readonly purpose?: "participant" | "api";
  /** Takes a token that never expires. */
  readonly allowNoExpiry?: boolean;
  /** Takes a token before its time. */
  readonly ignoreNotBefore?: boolean;
  /** How far clocks may differ, in seconds. */
  readonly clockToleranceSeconds?: number;
}

/** For whom and when a token is checked. */
export interface VerifyContext {
  /** The account that the token has to belong to. */
  readonly tenant: string;
  /** All keys that are good, newest first. */
  readonly secrets: readonly string[];
  /** Unix seconds. */
  readonly now: number;
  /** What the caller expects beside that. */
  readonly expectations: VerifyExpectations;
}

type MaybePromise<Value> = Value | Promise<Value>;

/** What broke in a program beside its answers. */
export interface Incident {
  readonly outcome: "error" | "timeout";
  /** Follows "The program"; never holds anything that the program wrote. */
  readonly note: string;
  /** The program is not started again: the run ends. */
  readonly isFinal: boolean;
  /** Where it was not the program but the suite: nothing is said about the program. */
  readonly fault?: Error;
}

/** What is known of a subject that runs as a program of its own, beyond what its operations answer. */
export interface ProgramWatch {
  /** What has broken since the last time somebody asked, once. */
  readonly takeIncident: () => Incident | undefined;
  /** The operations that it does not offer, and answers with something else than `unsupported`. */
  readonly answersUnoffered: () => readonly string[];
}

/** What the suite cannot come up with by itself. */
export interface Example {
  readonly tenant?: string;
  readonly grant?: Readonly<Record<string, unknown>>;
  /**
   * By the name of a residue rule: claims that, beside those of the plain grant, make a token with that property. Needed
   * where `"blue"`, `true`, `1`, `["blue"]` or `{ "a": "blue" }` under its name is not one.
   */
  readonly residue?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * What the suite examines: an adapter, and the operations that need an account. Operations may be left out; what is left
 * out is not claimed, and is never a stub that returns success.
 *
 * A refusal is thrown: any object with a `code` of core's list, and a `path` where something has one. Nothing of this
 * package or of core is needed for that.
 */
export interface Subject {
  /** The adapter, as `defineAdapter` returned it. */
  readonly adapter: AnyAdapter;
  /**
   * An account and a plain grant of the form that this vendor takes, for vectors that hold for every vendor. Default: the
   * account `acme`, and a grant for the room `2kyv-gzay-64pg` and the participant `u-1`.
   */
  readonly example?: Example;
  /** For reports: the package's name and version. */
  readonly name?: string;
  /** The package's version. */
  readonly version?: string;
  /** Signs a token for a grant as somebody wrote it, right or wrong. */
  readonly issue?: (grant: unknown, context: IssueContext) => MaybePromise<IssuedToken>;
  /** The request that would mint a token, as data without the secret; for vendors that mint by request. */
  readonly plan?: (grant: unknown, context: IssueContext) => MaybePromise<unknown>;
  /**
   * Checks a token and returns what it grants. Where only the vendor can check a signature, the vendor is taken to confirm
   * every token: what is examined is everything else.
   */
  readonly verify?: (token: unknown, context: VerifyContext) => MaybePromise<{ readonly grant: Grant }>;
  /** Only for programs: see `subjectFromCommand`. Their clock, network and environment cannot be watched from here. */
  readonly program?: ProgramWatch;
}
