import {
  type Expectations,
  type Provider,
  type RequestPlan,
  RoompassError,
  type Translated,
  type Verified,
} from "@roompass/core";
import {
  createSigningProvider,
  executePlan,
  inspectToken,
  issuedToken,
  type MintContext,
  readClock,
  readMintable,
  readMintedAnswer,
  verifyByRequest,
} from "@roompass/core/kit";
import { daily } from "./adapter.js";
import { confirmsNothing, contradictsAnswer, requestProperties } from "./answer.js";
import type { DailyGrantInput, DailyProperties } from "./properties.js";
import { type DailySettings, isDomainId, readSettings } from "./provider-settings.js";
import { dailyBaseUrl, planCreateToken, planReadDomain, planValidateToken } from "./rest.js";

export type { DailySettings } from "./provider-settings.js";

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

/**
 * Makes a provider for one Daily domain.
 *
 * @throws RoompassError `key.empty`, `key.unsuitable`, or `provider.settings` with the `path` of the setting that is
 *   missing or wrong: `domainId`, `method` or `clock`.
 */
export function createDaily(settings: DailySettings = {}): DailyProvider {
  const { keys, credential, domainId, method, clock } = readSettings(settings);
  const { fetch, timeoutMilliseconds } = settings;
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
    // Whatever else is no object is refused below, where the expectations are read.
    const now = (expected as Expectations | null)?.now ?? readClock(clock);
    const context = { adapter: daily, tenant: domainId, now, expected };
    const verified = await verifyByRequest(token, context, async (_claims, native) => {
      const { body } = await executePlan(
        planValidateToken(dailyBaseUrl, token, expected.ignoreNotBefore === true),
        execute,
      );
      if (confirmsNothing(native, body)) {
        throw new RoompassError("request.bad-answer", "Daily's answer repeats nothing of the token.", {
          details: { vendor: "daily" },
        });
      }
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
    if (!isDomainId(id)) {
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
