import type { AnyAdapter } from "@roompass/core";
import { createKeyRing, importSecret } from "@roompass/core/kit";
import type { AnyProvider, InvitationSettings, ServiceLimits, TokenServiceSettings } from "../contract/settings.js";
import type { RateLimit } from "../contract/store.js";
import { Gate } from "../limits/gate.js";
import type { Invitations, Limits, ServiceContext } from "./context.js";
import { safeMetrics } from "./safe-metrics.js";

const defaultLimits: Limits = {
  bodyBytes: 16_384,
  targetCharacters: 1024,
  headerCharacters: 1024,
  concurrency: 256,
  queue: 1024,
  requestMilliseconds: 10_000,
  perKey: { requests: 600, seconds: 60 },
  perAddress: { requests: 6000, seconds: 60 },
  anonymous: { requests: 60, seconds: 60 },
  idempotencySeconds: 600,
};

const settingNames: Readonly<Record<keyof TokenServiceSettings, true>> = {
  providers: true,
  adapters: true,
  callers: true,
  store: true,
  audit: true,
  clock: true,
  monotonicMilliseconds: true,
  builtAt: true,
  metrics: true,
  origins: true,
  limits: true,
  invitations: true,
  readiness: true,
  errorsUrl: true,
  onError: true,
};

function refuse(path: string, message: string): never {
  throw new TypeError(`settings.${path} ${message}.`);
}

const isWhole = (value: unknown, least: number): boolean => Number.isSafeInteger(value) && (value as number) >= least;

function checkRate(limit: RateLimit, path: string): void {
  if (!isWhole(limit?.requests, 1) || !isWhole(limit?.seconds, 1)) {
    refuse(path, "has to have `requests` and `seconds`, both whole and above 0");
  }
}

function readLimits(given: ServiceLimits): Limits {
  const stated = Object.entries(given).filter(([, value]) => value !== undefined);
  const limits: Limits = { ...defaultLimits, ...Object.fromEntries(stated) };
  for (const [name, value] of Object.entries(limits)) {
    if (!Object.hasOwn(defaultLimits, name)) refuse(`limits.${name}`, "does not exist");
    if (typeof defaultLimits[name as keyof Limits] === "object") checkRate(value, `limits.${name}`);
    else if (!isWhole(value, name === "queue" ? 0 : 1)) refuse(`limits.${name}`, "is not a whole number above 0");
  }
  return limits;
}

function readProviders(settings: TokenServiceSettings): ReadonlyMap<string, AnyProvider> {
  const providers = new Map<string, AnyProvider>();
  if (!Array.isArray(settings.providers) || settings.providers.length === 0) refuse("providers", "has none");
  for (const { provider, tenant } of settings.providers) {
    if (typeof provider?.issue !== "function") refuse("providers", "has something that is no provider");
    if (tenant !== undefined && !/^[a-z0-9-]{1,32}$/.test(tenant)) {
      refuse("providers", "has a tenant's name with other characters than a-z 0-9 -, or more than 32");
    }
    const { vendor } = provider.adapter;
    const name = tenant === undefined ? vendor : `${vendor}/${tenant}`;
    if (providers.has(name)) refuse("providers", `has two that are called ${name}; give them tenants' names`);
    providers.set(name, provider);
  }
  return providers;
}

function readAdapters(
  providers: ReadonlyMap<string, AnyProvider>,
  further: readonly AnyAdapter[],
): ReadonlyMap<string, AnyAdapter> {
  const adapters = new Map<string, AnyAdapter>();
  for (const adapter of [...[...providers.values()].map((provider) => provider.adapter), ...further]) {
    if (!adapters.has(adapter.vendor)) adapters.set(adapter.vendor, adapter);
  }
  return adapters;
}

/** Exactly what browsers send: a scheme, a host and at most a port. */
function readOrigins(origins: readonly string[]): ReadonlySet<string> {
  for (const origin of origins) {
    let own: string | undefined;
    try {
      own = new URL(origin).origin;
    } catch {
      own = undefined;
    }
    if (own !== origin || !/^https?:\/\/[a-z0-9.:[\]-]+$/.test(origin))
      refuse("origins", "has something that is not an origin such as https://app.example");
  }
  return new Set(origins);
}

function readInvitations(given: InvitationSettings): Invitations {
  if (!Array.isArray(given.secrets) || given.secrets.length === 0) refuse("invitations.secrets", "has none");
  const keys = given.secrets.map((secret) => {
    const bytes = typeof secret === "string" ? new TextEncoder().encode(secret) : secret;
    if (!(bytes instanceof Uint8Array) || bytes.length < 32)
      refuse("invitations.secrets", "has one of less than 32 bytes");
    return importSecret(secret, { algorithm: "HS256" });
  });
  const maxSeconds = given.maxSeconds ?? 604_800;
  if (!isWhole(maxSeconds, 1)) refuse("invitations.maxSeconds", "is not a whole number of seconds above 0");
  return { keys: createKeyRing(keys), maxSeconds };
}

/**
 * Checks everything once, so that what is wrong is said at the start and not to the first guest.
 *
 * @throws TypeError that names the setting; RoompassError for a secret of invitations that is none.
 */
export function readSettings(settings: TokenServiceSettings): ServiceContext {
  const unknown = Object.keys(settings).find((name) => !Object.hasOwn(settingNames, name));
  if (unknown !== undefined) refuse(unknown, "does not exist");
  if (typeof settings.callers?.find !== "function") refuse("callers", "is no directory");
  if (typeof settings.store?.take !== "function") refuse("store", "is no store");
  if (typeof settings.audit?.write !== "function") refuse("audit", "takes no records");
  const builtAt = settings.builtAt ?? 0;
  if (!isWhole(builtAt, 0)) refuse("builtAt", "is no time in whole unix seconds");
  const providers = readProviders(settings);
  const limits = readLimits(settings.limits ?? {});
  const metrics = safeMetrics(settings.metrics);
  return {
    providers,
    adapters: readAdapters(providers, settings.adapters ?? []),
    callers: settings.callers,
    store: settings.store,
    audit: settings.audit,
    clock: settings.clock ?? (() => Math.floor(Date.now() / 1000)),
    monotonicMilliseconds: settings.monotonicMilliseconds ?? (() => performance.now()),
    builtAt,
    metrics,
    origins: readOrigins(settings.origins ?? []),
    limits,
    invitations: settings.invitations === undefined ? undefined : readInvitations(settings.invitations),
    readiness: Object.values(settings.readiness ?? {}),
    errorsUrl: settings.errorsUrl ?? "/docs/errors",
    onError: settings.onError ?? (() => undefined),
    gate: new Gate(limits.concurrency, limits.queue, (running, waiting) => {
      metrics.gauge("running", running);
      metrics.gauge("waiting", waiting);
    }),
  };
}
