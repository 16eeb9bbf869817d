import {
  type Clock,
  type Expectations,
  type Provider,
  type RequestPlan,
  RoompassError,
  type Translated,
} from "@roompass/core";
import {
  Credential,
  clockSetting,
  executePlan,
  type FetchLike,
  inspectToken,
  issuedToken,
  type MintContext,
  orEnvironment,
  readClock,
  readMintable,
  readMintedAnswer,
  verifyByRequest,
} from "@roompass/core/kit";
import { metered } from "./adapter.js";
import type { MeteredGrantInput, MeteredProperties } from "./properties.js";
import { toRequestBody } from "./request-body.js";
import { baseUrl, confirmsClaims, planMint, planValidate } from "./rest.js";

export interface MeteredSettings {
  /** The app's name, the part before `.metered.live`; lower case. Default: environment variable `METERED_APP_NAME`. */
  readonly appName?: string;
  /** The app-wide secret key. Default: `METERED_SECRET_KEY`. Needed for issuing only. */
  readonly secretKey?: string;
  /** Default `globalThis.fetch`. */
  readonly fetch?: FetchLike;
  /** Unix seconds; default the machine's clock. */
  readonly clock?: Clock;
  /** Whole request, in milliseconds. Default 8000. */
  readonly timeoutMilliseconds?: number;
}

export interface MeteredProvider extends Provider<"metered", MeteredProperties, MeteredGrantInput> {
  /** The request that `issue` would send, as data, without the secret. Sends nothing. */
  plan(input: MeteredGrantInput | Translated<"metered", MeteredProperties>): RequestPlan;
}

type Native = Parameters<typeof toRequestBody>[0];

function secretOf(settings: MeteredSettings): Credential | undefined {
  const secretKey = orEnvironment(settings.secretKey, "METERED_SECRET_KEY");
  return secretKey === undefined ? undefined : new Credential(secretKey, "secretKey");
}

function checkMethod({ method }: { readonly method?: unknown }): void {
  if (method === undefined || method === "request") return;
  throw new RoompassError("provider.unsupported", "Metered's tokens are minted by a request to Metered only.", {
    path: "method",
    cure: "Leave `method` out. Metered publishes no signing key, so nothing can be signed here.",
  });
}

/**
 * Makes a provider that mints Metered tokens by request and verifies them by asking Metered. There is no offline way:
 * the signing key is Metered's own.
 *
 * @throws RoompassError `provider.settings` for a missing or malformed app name or a clock that is no function;
 *   `provider.unsupported` for a `method` other than `request`; `key.empty` or `key.unsuitable` for the secret.
 */
export function createMetered(settings: MeteredSettings = {}): MeteredProvider {
  checkMethod(settings as { readonly method?: unknown });
  const appName = orEnvironment(settings.appName, "METERED_APP_NAME") ?? "";
  const base = baseUrl(appName);
  const credential = secretOf(settings);
  const clock = clockSetting(settings.clock);
  const { fetch, timeoutMilliseconds } = settings;
  const context = (): MintContext => ({ adapter: metered, tenant: appName, method: "request", now: readClock(clock) });
  const execute = { fetch, timeoutMilliseconds };

  return Object.freeze<MeteredProvider>({
    adapter: metered,
    tenant: appName,
    method: "request",

    plan(input) {
      return planMint(base, toRequestBody(readMintable(input, context()).native as Native));
    },

    async issue(input) {
      if (credential === undefined) {
        throw new RoompassError("key.empty", "Metered mints tokens by request and needs the app's secret key.", {
          path: "secretKey",
          cure: "Pass `secretKey` or set METERED_SECRET_KEY; `plan()` shows the request without it.",
        });
      }
      const mint = context();
      const { native, report } = readMintable(input, mint);
      const { body } = await executePlan(planMint(base, toRequestBody(native as Native)), { ...execute, credential });
      const answer = readMintedAnswer(body["token"], native, metered, appName, mint.now);
      const minted = { token: body["token"] as string, native: answer.native, claims: answer.claims, report };
      return issuedToken(minted, mint) as Awaited<ReturnType<MeteredProvider["issue"]>>;
    },

    inspect(token) {
      return inspectToken(token, metered, { now: readClock(clock) });
    },

    async verify(token, expected = {}) {
      // Whatever else is no object is refused below, where the expectations are read.
      const now = (expected as Expectations | null)?.now ?? readClock(clock);
      const verified = await verifyByRequest(
        token,
        { adapter: metered, tenant: appName, now, expected },
        async (claims) => {
          const { body } = await executePlan(planValidate(base, token), execute);
          // A 2xx confirms what was read here; an answer that says something else confirms nothing.
          if (!confirmsClaims(body, claims)) {
            throw new RoompassError(
              "request.bad-answer",
              "Metered's answer does not confirm the claims of this token.",
              {
                details: { vendor: "metered" },
              },
            );
          }
        },
      );
      return verified as Awaited<ReturnType<MeteredProvider["verify"]>>;
    },
  });
}
