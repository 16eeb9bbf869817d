import type { AnyAdapter, Expectations, TranslationPolicy, Verified } from "@roompass/core";

/** Who reads the tokens that come in: a provider, or `{ adapter }` where there are no credentials for one. */
export interface MigrationSource {
  /** The vendor's adapter. */
  readonly adapter: AnyAdapter;
  /** The account, where known: a domain, an app, an api key. */
  readonly tenant?: string | undefined;
  /** `sign`: `verify` checks signatures here. Anything else, and nothing can be verified without asking. */
  readonly method?: "sign" | "request" | undefined;
  /** Checks a token; of a provider. */
  verify?(token: string, expectations?: Expectations): Promise<Verified>;
}

/** Who issues the tokens that go out: a provider. */
export interface MigrationTarget {
  /** The vendor's adapter. */
  readonly adapter: AnyAdapter;
  /** The account, where known: a domain, an app, an api key. */
  readonly tenant?: string | undefined;
  /** Whether tokens are signed here or minted by a request to the vendor. */
  readonly method: "sign" | "request";
  /** Mints exactly what was translated for this very provider, and compared. Each vendor's own provider fits. */
  issue(input: never): Promise<{ readonly token: string }>;
}

/** Everything that one worker needs to move tokens from one vendor to another. */
export interface MigrationSetup {
  /** Who reads the tokens that come in. */
  readonly from: MigrationSource;
  /** Who issues the tokens that go out. */
  readonly to: MigrationTarget;
  /** The policy of every translation; default the safest. */
  readonly policy?: TranslationPolicy;
  /**
   * What becomes of a token whose signature cannot be checked here (Metered's, and those that Daily signed): `refuse`, the
   * default, `trust` it unverified, or `ask` its vendor with `validate`. A signature that is simply wrong is refused.
   */
  readonly unverifiable?: "refuse" | "trust" | "ask";
  /** Asks the vendor whether a token is genuine; needed for `ask`. */
  readonly validate?: (token: string, expectations: Expectations) => Promise<Verified>;
  /** Whether this status, answered to `validate`, is about the token rather than about the caller. Default 400, 404. */
  readonly rejectsToken?: (status: number) => boolean;
  /** Requests to vendors a second, of one process: workers of a queue each have their own. Default 10. */
  readonly requestsPerSecond?: number;
  /** The secrets that the result depends on. Only a keyed digest of them is kept, to tell one run from another. */
  readonly secrets?: readonly string[];
}

/** What `setup` gets, once in each worker. */
export interface SetupContext {
  /** Unix seconds: the time of the whole run. Pass it on as the providers' clock, so that a resumed run issues the same. */
  readonly now: number;
  /** What was given to `migrate` as `data`. */
  readonly data: unknown;
}

/** Makes providers and policy once for each worker. Exported under this name by the module that `migrate` is given. */
export type Setup = (context: SetupContext) => MigrationSetup | Promise<MigrationSetup>;
