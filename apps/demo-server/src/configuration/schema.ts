import { z } from "zod";
import {
  choice,
  host,
  integer,
  longSecret,
  onOrOff,
  origins,
  path,
  plain,
  proxies,
  redisUrl,
  rotatedSecret,
} from "./fields.js";

const hour = 3_600_000;

/** Where the server listens unless it is told otherwise. */
export const usualPort = 8787;

/** The one description of everything that can be configured. Members are the names of environment variables. */
export const variables = z.strictObject({
  /** NDJSON; `off` for none. Must be said as soon as there is a keys file. */
  ROOMPASS_AUDIT_FILE: path.optional(),
  /** Whether each group of audit lines is on the disk before its answers leave. */
  ROOMPASS_AUDIT_SYNC: onOrOff.default(false),
  /** A file of `NAME=value` lines, for whatever the environment does not say. */
  ROOMPASS_CONFIG_FILE: path.optional(),
  /** Whether Daily's tokens are signed here or minted by Daily. Default: signed, where the domain's id is known. */
  ROOMPASS_DAILY_METHOD: choice("sign", "request").optional(),
  /** `auto`: in development vendors without credentials are emulated. `on`: every vendor, with its credentials if any. */
  ROOMPASS_EMULATORS: choice("auto", "on", "off").default("auto"),
  ROOMPASS_HOST: host.default("127.0.0.1"),
  /** Signs invitations; several with commas between them rotate. Without it there are none (development: one is made up). */
  ROOMPASS_INVITATION_SECRET: plain
    .transform((value) => value.split(","))
    .pipe(z.array(longSecret))
    .optional(),
  ROOMPASS_KEYS_FILE: path.optional(),
  ROOMPASS_LOG_LEVEL: choice("silent", "fatal", "error", "warn", "info", "debug", "trace").optional(),
  /** Requests worked on at the same time; as many may wait, and further ones are answered with 503. */
  ROOMPASS_MAX_CONCURRENT: integer(1, 100_000).default(256),
  /** For how long one turn of the event loop takes requests; those that come later in it are answered with 503. */
  ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS: integer(5, 60_000).default(500),
  ROOMPASS_METRICS_HOST: host.default("127.0.0.1"),
  /** Serves metrics at /metrics of the service itself, to those who send this as a bearer token. */
  ROOMPASS_METRICS_KEY: longSecret.optional(),
  /** A port of its own for metrics; 0 = any that is free. Development: 0. Otherwise none. */
  ROOMPASS_METRICS_PORT: integer(0, 65_535).optional(),
  ROOMPASS_ORIGINS: origins.default([]),
  /** 0 = any that is free. Default 8787, in development the next free one. */
  ROOMPASS_PORT: integer(0, 65_535).optional(),
  ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS: integer(1, 10_000_000).default(60),
  ROOMPASS_REQUESTS_PER_MINUTE_PER_ADDRESS: integer(1, 10_000_000).default(6000),
  ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: integer(1, 10_000_000).default(600),
  /** How long requests are still taken after a signal, while /readyz says no: for a load balancer to notice. */
  ROOMPASS_STOP_DELAY_MILLISECONDS: integer(0, hour).default(0),
  /** The longest that open requests are waited for after that. */
  ROOMPASS_STOP_LIMIT_MILLISECONDS: integer(1, hour).default(10_000),
  /** Limits, one-time ids and idempotency shared by several instances. */
  REDIS_URL: redisUrl.optional(),
  /** Peers whose X-Forwarded-For and X-Forwarded-Proto are believed. */
  TRUSTED_PROXIES: proxies.default([]),
  DAILY_API_KEY: rotatedSecret.optional(),
  DAILY_DOMAIN_ID: plain.optional(),
  LIVEKIT_API_KEY: plain.optional(),
  LIVEKIT_API_SECRET: rotatedSecret.optional(),
  METERED_APP_NAME: plain.optional(),
  METERED_SECRET_KEY: plain.optional(),
  VIDEOSDK_API_KEY: plain.optional(),
  VIDEOSDK_SECRET: rotatedSecret.optional(),
});

export type Variables = z.output<typeof variables>;
