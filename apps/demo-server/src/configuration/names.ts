/**
 * Everything that can be configured, by the name of its environment variable, with what it takes. The same names stand in
 * a configuration file.
 */
export const ownNames = [
  "ROOMPASS_AUDIT_FILE",
  "ROOMPASS_AUDIT_SYNC",
  "ROOMPASS_CONFIG_FILE",
  "ROOMPASS_DAILY_METHOD",
  "ROOMPASS_EMULATORS",
  "ROOMPASS_HOST",
  "ROOMPASS_INVITATION_SECRET",
  "ROOMPASS_KEYS_FILE",
  "ROOMPASS_LOG_LEVEL",
  "ROOMPASS_MAX_CONCURRENT",
  "ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS",
  "ROOMPASS_METRICS_HOST",
  "ROOMPASS_METRICS_KEY",
  "ROOMPASS_METRICS_PORT",
  "ROOMPASS_ORIGINS",
  "ROOMPASS_PORT",
  "ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS",
  "ROOMPASS_REQUESTS_PER_MINUTE_PER_ADDRESS",
  "ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY",
  "ROOMPASS_STOP_DELAY_MILLISECONDS",
  "ROOMPASS_STOP_LIMIT_MILLISECONDS",
] as const;

/** Names that other programs know as well. */
export const sharedNames = ["REDIS_URL", "TRUSTED_PROXIES"] as const;

/** The same names that the adapters and the command read. */
export const credentialNames = [
  "DAILY_API_KEY",
  "DAILY_DOMAIN_ID",
  "LIVEKIT_API_KEY",
  "LIVEKIT_API_SECRET",
  "METERED_APP_NAME",
  "METERED_SECRET_KEY",
  "VIDEOSDK_API_KEY",
  "VIDEOSDK_SECRET",
] as const;

export type Name = (typeof ownNames)[number] | (typeof sharedNames)[number] | (typeof credentialNames)[number];

export const allNames: readonly Name[] = [...ownNames, ...sharedNames, ...credentialNames];

/** Variables with this beginning are meant for this program; one that it does not know is a mistake. */
export const ownPrefix = "ROOMPASS_";

/** What must appear in nothing that the program prints, writes or answers. */
export const secretNames: readonly Name[] = [
  "DAILY_API_KEY",
  "LIVEKIT_API_SECRET",
  "METERED_SECRET_KEY",
  "ROOMPASS_INVITATION_SECRET",
  "ROOMPASS_METRICS_KEY",
  "VIDEOSDK_SECRET",
];
