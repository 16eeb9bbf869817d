import {
  type Clock,
  type Expectations,
  type Provider,
  type RequestPlan,
  RoompassError,
  type Translated,
  type Verified,
} from "@roompass/core";
import {
  Credential,
  createKeyRing,
  createSigningProvider,
  executePlan,
  type FetchLike,
  importSecret,
  inspectToken,
  issuedToken,
  type MintContext,
  readClock,
  readEnvironment,
  readMintable,
  readMintedAnswer,
  systemClock,
  verifyByRequest,
} from "@roompass/core/kit";
import { daily } from "./adapter.js";
import { contradictsAnswer, requestProperties } from "./answer.js";
import type { DailyGrantInput, DailyProperties } from "./properties.js";
import { dailyBaseUrl, planCreateToken, planReadDomain, planValidateToken } from "./rest.js";

export interface DailySettings {
  /**
   * The domain's API key. It signs self-signed tokens and authorizes requests. With several the first signs and is sent,
   * and all of them verify, for rotation. Default: environment variable `DAILY_API_KEY`.
   */
  readonly apiKey?: string | readonly string[];
  /** The domain's id, a UUID; self-signed tokens have to carry it. Default: `DAILY_DOMAIN_ID`. */
  readonly domainId?: string;
  /**
   * `sign`: sign here with the API key, which needs `domainId`. `request`: let Daily mint, which carries every property.
   * Default: `sign` where a domain id is known, else `request`.
   */
  readonly method?: "sign" | "request";
  /** Default `globalThis.fetch`. */
  readonly fetch?: FetchLike;
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
  /** Whole request, in milliseconds. Default 8000. */
  readonly timeoutMilliseconds?: number;
}

export interface DailyDomain {
  readonly domainId: string;
  readonly domainName: string | undefined;
}

export interface DailyProvider extends Provider<"daily", DailyProperties, DailyGrantInput> {
  /** The request that would mint the token, as data, without the key. Sends nothing; works in both modes. */
  plan(input: DailyGrantInput | Translated<"daily", DailyProperties>): RequestPlan;
  /**
   * Asks Daily whether a token is genuine: the only way for tokens that Daily signed. The claims are parsed and checked
   * here, the answer only confirms them.
   */
  validate(token: string, expectations?: Expectations): Promise<Verified<"daily", DailyProperties>>;
  /** Asks Daily which domain the API key belongs to. */
  domain(): Promise<DailyDomain>;
}

const mismatch = {
  message: "The token is not self-signed with this key; it may be Daily-signed.",
  cure: "Ask Daily itself: `validate(token)`, which calls the validate endpoint.",
} as const;

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function readKeys(settings: DailySettings): readonly string[] {
  const apiKey = settings.apiKey ?? readEnvironment("DAILY_API_KEY");
  if (apiKey === undefined) {
    throw new RoompassError("key.empty", "Daily needs the domain's API key.", {
      path: "apiKey",
      cure: "Pass `apiKey` or set DAILY_API_KEY.",
    });
  }
  return typeof apiKey === "string" ? [apiKey] : apiKey;
}

function readMethod(settings: DailySettings, domainId: string | undefined): "sign" | "request" {
  if (domainId !== undefined && !uuidPattern.test(domainId)) {
    throw new RoompassError("provider.settings", "Daily's domain id is a UUID.", {
      path: "domainId",
      cure: "It is `domain_id` in the answer of GET https://api.daily.co/v1/, not the domain's name.",
    });
  }
  const method = settings.method ?? (domainId === undefined ? "request" : "sign");
  if (method === "sign" && domainId === undefined) {
    throw new RoompassError("provider.settings", "Self-signed Daily tokens carry the domain id.", {
      path: "domainId",
      cure: 'Pass `domainId` or set DAILY_DOMAIN_ID; `domain()` of a provider with `method: "request"` looks it up.',
    });
  }
  return method;
}

/**
 * Makes a provider for one Daily domain.
 *
 * @throws RoompassError `key.empty`, `key.unsuitable`, or `provider.settings` for a domain id that is missing or no UUID.
 */
export function createDaily(settings: DailySettings = {}): DailyProvider {
  const apiKeys = readKeys(settings);
  const domainId = settings.domainId ?? readEnvironment("DAILY_DOMAIN_ID");
  const method = readMethod(settings, domainId);
  const keys = createKeyRing(apiKeys.map((key) => importSecret(key, { algorithm: "HS256" })));
  const credential = new Credential(apiKeys[0], "apiKey");
  const { clock = systemClock, fetch, timeoutMilliseconds } = settings;
  const execute = { fetch, timeoutMilliseconds, credential };
  const requestContext = (): MintContext => ({
    adapter: daily,
    tenant: domainId,
    method: "request",
    now: readClock(clock),
  });

  const plan: DailyProvider["plan"] = (input) =>
    planCreateToken(dailyBaseUrl, requestProperties(readMintable(input, requestContext()).native));

  const validate: DailyProvider["validate"] = async (token, expected = {}) => {
    const now = expected.now ?? readClock(clock);
    const context = { adapter: daily, tenant: domainId, now, expected };
    const verified = await verifyByRequest(token, context, async (_claims, native) => {
      const { body } = await executePlan(
        planValidateToken(dailyBaseUrl, token, expected.ignoreNotBefore === true),
        execute,
      );
      const contradicted = contradictsAnswer(native, body);
      if (contradicted !== undefined) {
        throw new RoompassError("request.bad-answer", `Daily's answer contradicts the token at \`${contradicted}\`.`, {
          path: contradicted,
          details: { vendor: "daily" },
        });
      }
    });
    return verified as Verified<"daily", DailyProperties>;
  };

  const domain: DailyProvider["domain"] = async () => {
    const { body } = await executePlan(planReadDomain(dailyBaseUrl), execute);
    const id = body["domain_id"];
    if (typeof id !== "string" || !uuidPattern.test(id)) {
      throw new RoompassError("request.bad-answer", "Daily's answer has no domain id.", {
        details: { vendor: "daily" },
      });
    }
    return { domainId: id, domainName: typeof body["domain_name"] === "string" ? body["domain_name"] : undefined };
  };

  if (method === "sign" && domainId !== undefined) {
    const signing = createSigningProvider<"daily", DailyProperties, DailyGrantInput>({
      adapter: daily,
      tenant: domainId,
      keys,
      clock,
      mismatch,
    });
    return Object.freeze<DailyProvider>({ ...signing, plan, validate, domain });
  }
  return Object.freeze<DailyProvider>({
    adapter: daily,
    tenant: domainId,
    method: "request",
    plan,
    validate,
    domain,
    verify: validate,
    inspect: (token) => inspectToken(token, daily, { now: readClock(clock) }),
    async issue(input) {
      const mint = requestContext();
      const { native, report } = readMintable(input, mint);
      const { body } = await executePlan(planCreateToken(dailyBaseUrl, requestProperties(native)), execute);
      const answer = readMintedAnswer(body["token"], native, daily, domainId, mint.now);
      const minted = { token: body["token"] as string, native: answer.native, claims: answer.claims, report };
      return issuedToken(minted, mint) as Awaited<ReturnType<DailyProvider["issue"]>>;
    },
  });
}
