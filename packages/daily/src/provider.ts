import type { Expectations, LongGrant, Provider, RequestPlan, Translated, Verified } from "@roompass/core";
import { RoompassError } from "@roompass/core";
import { createRequestProvider, createSigningProvider, executePlan, type Prepared } from "@roompass/core/kit";
import { daily } from "./adapter.js";
import { contradiction, requestProperties } from "./answer.js";
import type { DailyGrantInput, DailyProperties } from "./properties.js";
import { type DailySettings, isDomainId, readSettings } from "./provider-settings.js";
import { dailyBaseUrl, planCreateToken, planReadDomain, planValidateToken } from "./rest.js";

export type { DailySettings } from "./provider-settings.js";

/** The domain that an API key belongs to. */
export interface DailyDomain {
  /** A UUID, for `DailySettings.domainId`. */
  readonly domainId: string;
  /** The part before `.daily.co`, where Daily says it. */
  readonly domainName: string | undefined;
}

/** A Daily domain that issues, inspects and verifies tokens. */
export interface DailyProvider extends Provider<"daily", DailyProperties, DailyGrantInput> {
  /**
   * The request that would mint the token, as data, without the key. Sends nothing; works in both modes.
   *
   * @throws RoompassError a `grant.*` code with every problem in `details.issues`.
   */
  plan(input: DailyGrantInput | LongGrant | Translated<"daily", DailyProperties> | Prepared): RequestPlan;
  /**
   * Asks Daily whether a token is genuine: the only way for tokens that Daily signed. The claims are parsed and checked
   * here, the answer only confirms them.
   *
   * @throws RoompassError as `verify` does but for the signature, and a `request.*` code.
   */
  validate(token: string, expectations?: Expectations): Promise<Verified<"daily", DailyProperties>>;
  /**
   * Asks Daily which domain the API key belongs to.
   *
   * @throws RoompassError a `request.*` code.
   */
  domain(): Promise<DailyDomain>;
}

const mismatch = {
  message: "The token is not self-signed with this key; it may be Daily-signed.",
  cure: "Ask Daily itself: `validate(token)`, which calls the validate endpoint.",
} as const;

/**
 * Makes a provider for one Daily domain.
 *
 * @throws RoompassError `key.empty`, `key.unsuitable`, or `provider.settings` with the `path` of the setting that is
 *   missing or wrong (`domainId`, `method` or `clock`), that does not exist, or that chooses the account and is undefined.
 */
export function createDaily(settings: DailySettings = {}): DailyProvider {
  const { keys, credential, domainId, method, clock } = readSettings(settings);
  const { fetch, timeoutMilliseconds } = settings;
  const requesting = createRequestProvider<"daily", DailyProperties, DailyGrantInput>({
    adapter: daily,
    tenant: domainId,
    credential,
    clock,
    fetch,
    timeoutMilliseconds,
    planMint: (native) => planCreateToken(dailyBaseUrl, requestProperties(native)),
    planValidate: (token, expected) => planValidateToken(dailyBaseUrl, token, expected.ignoreNotBefore === true),
    contradicts: (answer, { native }) => contradiction(native, answer),
  });
  const own = {
    plan: requesting.plan,
    validate: requesting.verify,
    async domain(): Promise<DailyDomain> {
      const request = { credential, fetch, timeoutMilliseconds };
      const { body } = await executePlan(planReadDomain(dailyBaseUrl), request);
      const id = body["domain_id"];
      if (!isDomainId(id)) {
        const details = { vendor: "daily" };
        throw new RoompassError("request.bad-answer", "Daily's answer has no domain id.", { details });
      }
      return { domainId: id, domainName: typeof body["domain_name"] === "string" ? body["domain_name"] : undefined };
    },
  };
  if (method !== "sign" || domainId === undefined) return Object.freeze<DailyProvider>({ ...requesting, ...own });
  const signing = createSigningProvider<"daily", DailyProperties, DailyGrantInput>({
    adapter: daily,
    tenant: domainId,
    keys,
    clock,
    mismatch,
  });
  return Object.freeze<DailyProvider>({ ...signing, ...own });
}
