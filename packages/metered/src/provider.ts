import {
  type Clock,
  type LongGrant,
  type Provider,
  type RequestPlan,
  RoompassError,
  type Translated,
} from "@roompass/core";
import {
  Credential,
  checkOptions,
  createRequestProvider,
  type FetchLike,
  orEnvironment,
  type Prepared,
} from "@roompass/core/kit";
import { metered } from "./adapter.js";
import type { MeteredGrantInput, MeteredProperties } from "./properties.js";
import { toRequestBody } from "./request-body.js";
import { baseUrl, confirmsClaims, planMint, planValidate } from "./rest.js";

/** One Metered app: its secret, and what the machine around it gives. */
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

/** A Metered app that plans, mints, inspects and verifies tokens. */
export interface MeteredProvider extends Provider<"metered", MeteredProperties, MeteredGrantInput> {
  /**
   * The request that `issue` would send, as data, without the secret. Sends nothing.
   *
   * @throws RoompassError a `grant.*` code with every problem in `details.issues`.
   */
  plan(input: MeteredGrantInput | LongGrant | Translated<"metered", MeteredProperties> | Prepared): RequestPlan;
}

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

const knownSettings = {
  called: "settings",
  names: ["appName", "secretKey", "fetch", "clock", "timeoutMilliseconds", "method"],
  restricting: ["appName"],
  code: "provider.settings",
} as const;

/**
 * Makes a provider that mints Metered tokens by request and verifies them by asking Metered. There is no offline way:
 * the signing key is Metered's own.
 *
 * @throws RoompassError `provider.settings` for a missing or malformed app name, a clock that is no function, or a setting
 *   that does not exist;
 *   `provider.unsupported` for a `method` other than `request`; `key.empty` or `key.unsuitable` for the secret.
 */
export function createMetered(settings: MeteredSettings = {}): MeteredProvider {
  checkOptions(settings, knownSettings);
  checkMethod(settings as { readonly method?: unknown });
  const appName = orEnvironment(settings.appName, "METERED_APP_NAME") ?? "";
  const base = baseUrl(appName);
  const { clock, fetch, timeoutMilliseconds } = settings;
  return createRequestProvider<"metered", MeteredProperties, MeteredGrantInput>({
    adapter: metered,
    tenant: appName,
    credential: secretOf(settings),
    missingCredential: {
      message: "Metered mints tokens by request and needs the app's secret key.",
      path: "secretKey",
      cure: "Pass `secretKey` or set METERED_SECRET_KEY; `plan()` shows the request without it.",
    },
    clock,
    fetch,
    timeoutMilliseconds,
    planMint: (native) => planMint(base, toRequestBody(native)),
    planValidate: (token) => planValidate(base, token),
    // A 2xx confirms what was read here; an answer that says something else confirms nothing.
    contradicts: (answer, { claims }) =>
      confirmsClaims(answer, claims)
        ? undefined
        : { message: "Metered's answer does not confirm the claims of this token." },
  });
}
