import { type Clock, RoompassError } from "@roompass/core";
import {
  Credential,
  checkOptions,
  clockSetting,
  createKeyRing,
  type FetchLike,
  importSecret,
  type KeyRing,
  orEnvironment,
} from "@roompass/core/kit";

/** One Daily domain: who signs or mints, and what the machine around it gives. */
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

const knownSettings = {
  called: "settings",
  names: ["apiKey", "domainId", "method", "fetch", "clock", "timeoutMilliseconds"],
  // Without a domain id tokens would silently be asked for instead of signed, and taken from every domain.
  restricting: ["domainId", "method"],
  code: "provider.settings",
} as const;

/** What a provider works with: settings that were checked, and defaults in place of those that were left out. */
export interface DailyAccount {
  readonly keys: KeyRing;
  readonly credential: Credential;
  readonly domainId: string | undefined;
  readonly method: "sign" | "request";
  readonly clock: Clock;
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isDomainId(value: unknown): value is string {
  return typeof value === "string" && uuidPattern.test(value);
}

function readKeys(settings: DailySettings): Pick<DailyAccount, "keys" | "credential"> {
  const given = orEnvironment(settings.apiKey, "DAILY_API_KEY");
  if (given === undefined) {
    throw new RoompassError("key.empty", "Daily needs the domain's API key.", {
      path: "apiKey",
      cure: "Pass `apiKey` or set DAILY_API_KEY.",
    });
  }
  const apiKeys = (Array.isArray(given) ? given : [given]) as readonly string[];
  const credential = new Credential(apiKeys[0], "apiKey");
  // The others are never sent, and are checked all the same: a key that nobody can send is not one of Daily's.
  for (const key of apiKeys.slice(1)) new Credential(key, "apiKey");
  return { credential, keys: createKeyRing(apiKeys.map((key) => importSecret(key, { algorithm: "HS256" }))) };
}

function readMethod(given: unknown, domainId: string | undefined): "sign" | "request" {
  if (given !== undefined && given !== "sign" && given !== "request") {
    throw new RoompassError("provider.settings", "Daily's tokens are made by `sign` or by `request`.", {
      path: "method",
      cure: "Give one of the two, or leave it out: with a domain id tokens are signed, without one requested.",
    });
  }
  const method = given ?? (domainId === undefined ? "request" : "sign");
  if (method === "sign" && domainId === undefined) {
    throw new RoompassError("provider.settings", "Self-signed Daily tokens carry the domain id.", {
      path: "domainId",
      cure: 'Pass `domainId` or set DAILY_DOMAIN_ID; `domain()` of a provider with `method: "request"` looks it up.',
    });
  }
  return method;
}

function readDomainId(settings: DailySettings): string | undefined {
  const domainId = orEnvironment(settings.domainId, "DAILY_DOMAIN_ID");
  if (domainId === undefined || isDomainId(domainId)) return domainId;
  throw new RoompassError("provider.settings", "Daily's domain id is a UUID.", {
    path: "domainId",
    cure: "It is `domain_id` in the answer of GET https://api.daily.co/v1/, not the domain's name.",
  });
}

/**
 * Checks the settings of a provider, so that wrong ones are found when it is made and not by the first guest.
 *
 * @throws RoompassError `key.empty`, `key.unsuitable`, or `provider.settings` with the `path` of the setting.
 */
export function readSettings(settings: DailySettings): DailyAccount {
  checkOptions(settings, knownSettings);
  const clock = clockSetting(settings.clock);
  const domainId = readDomainId(settings);
  return { ...readKeys(settings), domainId, method: readMethod(settings.method, domainId), clock };
}
