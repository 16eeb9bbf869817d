import type { FetchLike } from "@roompass/core/kit";
import type { Emulator } from "@roompass/emulators";
import { createTokenService, type TokenService, type TokenServiceSettings } from "@roompass/service";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import type { Configuration } from "../configuration/configuration.js";
import { createLogger } from "../logging/logger.js";
import { createScrubber } from "../logging/scrubber.js";
import { openMetricsDoor } from "../metrics/metrics-door.js";
import { createServiceMetrics, type ServerMetrics } from "../metrics/service-metrics.js";
import { createServer, type DemoServer } from "../server/create-server.js";
import { traceFetch, traceProvider } from "../traces/traced.js";
import { guardUpstream } from "../upstream/guard-upstream.js";
import { createPublicFetch } from "../upstream/public-fetch.js";
import { setUpVendors } from "../vendors/set-up-vendors.js";
import type { VendorSetup } from "../vendors/vendor-setup.js";
import { cannotOpen, listen } from "./listen.js";
import { type OpenedAudit, openAudit } from "./open-audit.js";
import { type OpenedCallers, openCallers } from "./open-callers.js";
import { OpenResources } from "./open-resources.js";
import { openStore } from "./open-store.js";
import { secretsOf } from "./secrets.js";
import { limitsOf } from "./service-limits.js";
import { closeServer } from "./stop.js";
import type { Surroundings } from "./surroundings.js";

/** A server that listens. */
export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly metricsUrl: string | undefined;
  /** Development: the key that was made up, to be shown once. */
  readonly key: string | undefined;
  readonly vendors: readonly VendorSetup[];
  readonly logger: Logger;
  readonly server: DemoServer;
  readonly hasPage: boolean;
  /** Reads the keys file again. */
  reload(): Promise<void>;
  /** Says no to `/readyz`, goes on for a while, answers what is open, and closes everything. May be called again. */
  stop(): Promise<void>;
}

function vendorsFor(
  configuration: Configuration,
  metrics: ServerMetrics,
  { clock, randomBytes }: Surroundings,
): readonly VendorSetup[] {
  const guard = (vendor: string, fetch: FetchLike): FetchLike =>
    guardUpstream(vendor, traceFetch(vendor, fetch), metrics);
  return setUpVendors(configuration, {
    clock,
    guard,
    publicFetch: createPublicFetch(),
    randomHex: (bytes) => Buffer.from(randomBytes(bytes)).toString("hex"),
  });
}

function invitationsOf(
  { ROOMPASS_INVITATION_SECRET: secrets, isDevelopment }: Configuration,
  { randomBytes }: Surroundings,
): Pick<TokenServiceSettings, "invitations"> {
  if (secrets !== undefined) return { invitations: { secrets } };
  return isDevelopment ? { invitations: { secrets: [randomBytes(32)] } } : {};
}

interface Doors {
  readonly configuration: Configuration;
  readonly surroundings: Surroundings;
  readonly registry: Registry;
  readonly metrics: ServerMetrics;
  readonly vendors: readonly VendorSetup[];
  readonly logger: Logger;
  readonly service: TokenService;
}

function serverFor({ configuration, surroundings, registry, metrics, vendors, logger, service }: Doors) {
  const { ROOMPASS_METRICS_KEY: key, ROOMPASS_MAX_CONCURRENT: most } = configuration;
  const emulators = vendors.flatMap(({ vendor, emulator }): [string, Emulator][] =>
    emulator === undefined ? [] : [[vendor, emulator]],
  );
  return createServer({
    service,
    logger,
    metrics,
    limits: {
      // As many as are worked on and wait, and as many again whose bodies are on their way.
      openRequests: 4 * most,
      eventLoopDelayMilliseconds: configuration.ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS,
      bodyMilliseconds: surroundings.bodyMilliseconds,
    },
    trustedProxies: configuration.TRUSTED_PROXIES,
    // Whoever reaches an emulator controls it.
    emulators: new Map(configuration.isLocal ? emulators : []),
    pageFolder: surroundings.pageFolder,
    ...(key === undefined ? {} : { metricsDoor: { registry, key } }),
  });
}

async function openMetrics(configuration: Configuration, registry: Registry, resources: OpenResources) {
  const { ROOMPASS_METRICS_HOST, ROOMPASS_METRICS_PORT, isDevelopment } = configuration;
  if (ROOMPASS_METRICS_PORT === undefined && !isDevelopment) return undefined;
  const host = ROOMPASS_METRICS_HOST === "localhost" ? "127.0.0.1" : ROOMPASS_METRICS_HOST;
  const port = ROOMPASS_METRICS_PORT ?? 0;
  try {
    return resources.add(await openMetricsDoor(registry, port, host)).url;
  } catch (error) {
    throw cannotOpen("ROOMPASS_METRICS", host, port, error);
  }
}

interface Opened {
  readonly callers: OpenedCallers;
  readonly audit: OpenedAudit;
  readonly isStopping: () => boolean;
}

function settingsOf(
  doors: Omit<Doors, "service" | "registry">,
  { callers, audit, isStopping }: Opened,
  store: TokenServiceSettings["store"],
): TokenServiceSettings {
  const { configuration, surroundings, metrics, vendors, logger } = doors;
  return {
    providers: vendors.map(({ vendor, provider }) => ({ provider: traceProvider(vendor, provider) })),
    callers: callers.callers,
    store,
    audit: audit.audit,
    clock: surroundings.clock,
    builtAt: surroundings.builtAt,
    metrics,
    origins: configuration.ROOMPASS_ORIGINS,
    limits: limitsOf(configuration),
    ...invitationsOf(configuration, surroundings),
    readiness: { audit: audit.isWhole, running: () => !isStopping() },
    onError: (error, requestId) => logger.error({ err: error, requestId }, "a request failed"),
  };
}

/**
 * Starts everything that the configuration asks for, or nothing: what was opened is closed again when something fails.
 *
 * @throws ConfigurationError, KeysFileError, AuditFileError, RedisUnavailable or StartError, with what to do.
 */
export async function startServer(configuration: Configuration, surroundings: Surroundings): Promise<RunningServer> {
  const registry = new Registry();
  const metrics = createServiceMetrics(registry);
  const vendors = vendorsFor(configuration, metrics, surroundings);
  const logger = createLogger({
    level: configuration.ROOMPASS_LOG_LEVEL ?? (configuration.isDevelopment ? "warn" : "info"),
    scrub: createScrubber(secretsOf(configuration, vendors)),
    write: surroundings.write,
  });
  const resources = new OpenResources();
  let stopping: Promise<void> | undefined;
  try {
    const { ROOMPASS_KEYS_FILE, ROOMPASS_AUDIT_FILE, ROOMPASS_AUDIT_SYNC, REDIS_URL } = configuration;
    const names = vendors.map(({ vendor }) => vendor);
    const callers = resources.add(await openCallers(ROOMPASS_KEYS_FILE, names, surroundings.randomBytes, logger));
    const audit = resources.add(await openAudit(ROOMPASS_AUDIT_FILE, ROOMPASS_AUDIT_SYNC, logger));
    const { store } = resources.add(await openStore(REDIS_URL, surroundings.clock, logger));
    const opened = { callers, audit, isStopping: () => stopping !== undefined };
    const known = { configuration, surroundings, metrics, vendors, logger };
    const service = createTokenService(settingsOf(known, opened, store));
    const server = await serverFor({ ...known, registry, service });
    surroundings.prepare?.(server.fastify);
    const metricsUrl = await openMetrics(configuration, registry, resources);
    resources.add({ close: () => closeServer(server) });
    const url = await listen(server.fastify, configuration);
    logger.info({ url, metricsUrl, vendors: names }, "listening");

    const stopOnce = async (): Promise<void> => {
      logger.info("stopping");
      server.leave();
      await surroundings.sleep(configuration.ROOMPASS_STOP_DELAY_MILLISECONDS);
      await resources.close();
      logger.info("stopped");
    };
    return {
      url,
      metricsUrl,
      key: callers.key,
      vendors,
      logger,
      server,
      hasPage: surroundings.pageFolder !== undefined,
      reload: () => callers.reload(),
      stop: () => {
        stopping ??= stopOnce();
        return stopping;
      },
    };
  } catch (error) {
    await resources.close();
    throw error;
  }
}
