import type { Adapter } from "../adapter/adapter.js";
import type { Native } from "../adapter/native.js";
import { refuseOptions } from "../errors/check-options.js";
import { RoompassError } from "../errors/roompass-error.js";
import type { LongGrant } from "../grant/grant-input.js";
import type { Credential } from "../request/credential.js";
import { type ExecuteOptions, executePlan } from "../request/execute-plan.js";
import type { RequestPlan } from "../request/request-plan.js";
import type { Translated } from "../translate/translated.js";
import { type Clock, clockSetting, readClock } from "./clock.js";
import { type Expectations, readExpectations } from "./expectations.js";
import { inspectToken } from "./inspect.js";
import { issuedToken, type MintContext, readMintable } from "./issue.js";
import { readMintedAnswer } from "./minted-answer.js";
import { createParticipantIssuer, type IssuedInFull, readMeeting } from "./participant-issuer.js";
import type { Prepared } from "./prepared.js";
import type { IssueResult, Provider } from "./provider.js";
import type { Verified } from "./token-reading.js";
import { verifyByRequest } from "./verify.js";

type Members = Readonly<Record<string, unknown>>;

/** Why a vendor's answer does not confirm a token, although its status is a good one. */
export interface Contradiction {
  /** One sentence, without any value of the answer. */
  readonly message: string;
  /** The vendor's property or claim in which the two differ, where it is one. */
  readonly path?: string;
}

/** What makes a provider of an adapter whose vendor mints and checks tokens by request. */
export interface RequestSettings<Vendor extends string, Properties>
  extends Pick<ExecuteOptions, "fetch" | "timeoutMilliseconds"> {
  /** The vendor's adapter. */
  readonly adapter: Adapter<Vendor, Properties>;
  /** The account, where it is known; a token of any other is refused. */
  readonly tenant: string | undefined;
  /** The account's secret. Without one tokens are planned and verified, and not minted. */
  readonly credential: Credential | undefined;
  /** What is said when a token is to be minted without a secret. */
  readonly missingCredential?: { readonly message: string; readonly path: string; readonly cure: string };
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock | undefined;
  /** The request that mints a token with these properties; the answer has it as `token`. */
  planMint(native: Native<Properties>): RequestPlan;
  /** The request that asks whether a token is genuine. */
  planValidate(token: string, expected: Expectations): RequestPlan;
  /** What an answer with a 2xx status has against the token that it should confirm; `undefined` where it confirms it. */
  contradicts(
    answer: Members,
    token: { readonly claims: Members; readonly native: Native<Properties> },
  ): Contradiction | undefined;
}

/** A provider whose vendor mints tokens by request. */
export interface RequestProvider<Vendor extends string, Properties, Input> extends Provider<Vendor, Properties, Input> {
  /**
   * The request that `issue` would send, as data, without the secret. Sends nothing.
   *
   * @throws RoompassError a `grant.*` code with every problem in `details.issues`.
   */
  plan(input: Input | LongGrant | Translated<Vendor, Properties> | Prepared): RequestPlan;
}

/**
 * A provider whose tokens are minted by a request to the vendor, and verified by asking it. What the vendor mints is read
 * back and taken only if it grants no more than was asked.
 *
 * @throws RoompassError `provider.settings` for a clock that is no function.
 */
export function createRequestProvider<Vendor extends string, Properties, Input>(
  settings: RequestSettings<Vendor, Properties>,
): RequestProvider<Vendor, Properties, Input> {
  const { adapter, tenant, credential, missingCredential } = settings;
  const clock = clockSetting(settings.clock);
  const { fetch, timeoutMilliseconds } = settings;
  const execute = { fetch, timeoutMilliseconds, ...(credential === undefined ? {} : { credential }) };
  const mintContext = (): MintContext => ({ adapter, tenant, method: "request", now: readClock(clock) });
  const planOf = (native: Native<unknown>): RequestPlan => settings.planMint(native as Native<Properties>);

  async function issueAt(input: unknown, now: number): Promise<IssuedInFull> {
    if (credential === undefined && missingCredential !== undefined) {
      const { message, path, cure } = missingCredential;
      throw new RoompassError("key.empty", message, { path, cure });
    }
    const context: MintContext = { adapter, tenant, method: "request", now };
    const { native: asked, report } = readMintable(input, context);
    const { body } = await executePlan(planOf(asked), execute);
    const minted = { ...readMintedAnswer(body["token"], asked, context), report };
    return { result: issuedToken(minted, context), claims: asked.properties as object };
  }

  return Object.freeze<RequestProvider<Vendor, Properties, Input>>({
    adapter,
    tenant,
    method: "request",
    plan(input, ...others: readonly unknown[]) {
      refuseOptions("plan", others);
      return planOf(readMintable(input, mintContext()).native);
    },
    async issue(input, ...others: readonly unknown[]) {
      refuseOptions("issue", others);
      return (await issueAt(input, readClock(clock))).result as IssueResult<Vendor, Properties>;
    },
    issuer(input, ...others: readonly unknown[]) {
      refuseOptions("issuer", others);
      return createParticipantIssuer({ grant: readMeeting(input, mintContext()), clock, issueInFull: issueAt });
    },
    inspect(token, ...others: readonly unknown[]) {
      refuseOptions("inspect", others);
      return inspectToken(token, adapter, { now: readClock(clock) });
    },
    async verify(token, expectations = {}) {
      const expected = readExpectations(expectations);
      const now = expected.now === undefined ? readClock(clock) : expected.now;
      const verified = await verifyByRequest(token, { adapter, tenant, now, expected }, async ({ claims, native }) => {
        const { body } = await executePlan(settings.planValidate(token, expected), execute);
        const found = settings.contradicts(body, { claims, native: native as Native<Properties> });
        if (found === undefined) return;
        const { message, path } = found;
        const details = { vendor: adapter.vendor };
        throw new RoompassError("request.bad-answer", message, { ...(path === undefined ? {} : { path }), details });
      });
      return verified as Verified<Vendor, Properties>;
    },
  });
}
