import { describe, expect, it } from "vitest";
import { ConfigurationError } from "./configuration-error.js";
import { allNames } from "./names.js";
import { readConfiguration } from "./read-configuration.js";
import { variables } from "./schema.js";

const longSecret = "TEST-ONLY-0123456789abcdef0123456789abcdef";
const open = {
  ROOMPASS_HOST: "0.0.0.0",
  ROOMPASS_KEYS_FILE: "keys.ndjson",
  ROOMPASS_AUDIT_FILE: "audit.ndjson",
  DAILY_API_KEY: "TEST-ONLY-daily",
};

function problemsOf(environment: Record<string, string>, file?: Record<string, string>): string[] {
  try {
    readConfiguration(environment, file);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems.map(({ name }) => name);
    throw error;
  }
  return [];
}

describe("R26: the configuration", () => {
  it("needs nothing on a laptop: this machine only, emulators, made-up keys", () => {
    expect(readConfiguration({ PATH: "/usr/bin", HOME: "/" })).toMatchObject({
      isDevelopment: true,
      isLocal: true,
      ROOMPASS_HOST: "127.0.0.1",
      ROOMPASS_EMULATORS: "auto",
    });
  });

  it("knows the same names in its list and in its schema", () => {
    expect(Object.keys(variables.shape).sort()).toEqual([...allNames].sort());
  });

  it.each<[string, Record<string, string>, string[]]>([
    ["an unknown name of ours", { ROOMPASS_PROT: "80" }, ["ROOMPASS_PROT"]],
    ["a port that is none", { ROOMPASS_PORT: "80a" }, ["ROOMPASS_PORT"]],
    ["a port with a sign", { ROOMPASS_PORT: "-1" }, ["ROOMPASS_PORT"]],
    ["a port with a nought in front", { ROOMPASS_PORT: "080" }, ["ROOMPASS_PORT"]],
    ["a port that is too high", { ROOMPASS_PORT: "65536" }, ["ROOMPASS_PORT"]],
    ["a host with a name", { ROOMPASS_HOST: "example.com" }, ["ROOMPASS_HOST"]],
    ["an empty value", { ROOMPASS_KEYS_FILE: "" }, ["ROOMPASS_KEYS_FILE"]],
    ["an empty credential", { DAILY_API_KEY: "" }, ["DAILY_API_KEY"]],
    ["an empty key among several", { DAILY_API_KEY: "a,,b" }, ["DAILY_API_KEY"]],
    ["a switch that is neither", { ROOMPASS_AUDIT_SYNC: "true" }, ["ROOMPASS_AUDIT_SYNC"]],
    ["a level that there is not", { ROOMPASS_LOG_LEVEL: "verbose" }, ["ROOMPASS_LOG_LEVEL"]],
    ["every origin", { ROOMPASS_ORIGINS: "*" }, ["ROOMPASS_ORIGINS"]],
    ["an origin with a path", { ROOMPASS_ORIGINS: "https://a.example/" }, ["ROOMPASS_ORIGINS"]],
    ["an origin in plain http", { ROOMPASS_ORIGINS: "http://a.example" }, ["ROOMPASS_ORIGINS"]],
    ["the origin null", { ROOMPASS_ORIGINS: "null" }, ["ROOMPASS_ORIGINS"]],
    ["every peer as a proxy", { TRUSTED_PROXIES: "0.0.0.0/0" }, ["TRUSTED_PROXIES"]],
    ["a proxy by name", { TRUSTED_PROXIES: "loopback" }, ["TRUSTED_PROXIES"]],
    ["a Redis by http", { REDIS_URL: "http://127.0.0.1" }, ["REDIS_URL"]],
    ["a short metrics key", { ROOMPASS_METRICS_KEY: "short" }, ["ROOMPASS_METRICS_KEY"]],
    ["a short invitation secret", { ROOMPASS_INVITATION_SECRET: `${longSecret},x` }, ["ROOMPASS_INVITATION_SECRET"]],
    ["half of VideoSDK's credentials", { VIDEOSDK_API_KEY: "k" }, ["VIDEOSDK_SECRET"]],
    ["half of Metered's credentials", { METERED_SECRET_KEY: "k" }, ["METERED_APP_NAME"]],
    ["a Daily domain without a key", { DAILY_DOMAIN_ID: "d" }, ["DAILY_API_KEY"]],
    ["signing for Daily without a domain", { DAILY_API_KEY: "k", ROOMPASS_DAILY_METHOD: "sign" }, ["DAILY_DOMAIN_ID"]],
    ["keys without a word on the audit", { ROOMPASS_KEYS_FILE: "k", DAILY_API_KEY: "k" }, ["ROOMPASS_AUDIT_FILE"]],
    ["keys without a vendor", { ROOMPASS_KEYS_FILE: "k", ROOMPASS_AUDIT_FILE: "off" }, ["DAILY_API_KEY"]],
    ["neither vendors nor emulators", { ROOMPASS_EMULATORS: "off" }, ["DAILY_API_KEY"]],
    ["one port for two things", { ROOMPASS_PORT: "1", ROOMPASS_METRICS_PORT: "1" }, ["ROOMPASS_METRICS_PORT"]],
    ["the usual port for two things", { ROOMPASS_METRICS_PORT: "8787" }, ["ROOMPASS_METRICS_PORT"]],
    ["metrics for others without a port", { ROOMPASS_METRICS_HOST: "0.0.0.0" }, ["ROOMPASS_METRICS_PORT"]],
    ["an open door without keys", { ROOMPASS_HOST: "0.0.0.0", DAILY_API_KEY: "k" }, ["ROOMPASS_KEYS_FILE"]],
    ["open emulators", { ...open, ROOMPASS_EMULATORS: "on" }, ["ROOMPASS_EMULATORS"]],
    [
      "an open door without a vendor",
      { ROOMPASS_HOST: "::", ROOMPASS_KEYS_FILE: "k", ROOMPASS_AUDIT_FILE: "off" },
      ["DAILY_API_KEY"],
    ],
  ])("refuses %s", (_what, environment, names) => {
    expect(problemsOf(environment)).toEqual(names);
  });

  it("advises nothing that the next start would refuse", () => {
    const locked = { ROOMPASS_KEYS_FILE: "k", ROOMPASS_AUDIT_FILE: "off" };
    expect(() => readConfiguration(locked)).toThrow("ROOMPASS_EMULATORS=on does without");
    expect(() => readConfiguration({ ...locked, ROOMPASS_HOST: "0.0.0.0" })).toThrow(
      "the credentials of every other vendor; set those of one at least",
    );
  });

  it("lists every mistake at once, and repeats no value", () => {
    const environment = {
      ROOMPASS_PROT: "CANARY-1",
      ROOMPASS_PORT: "CANARY-2",
      ROOMPASS_METRICS_KEY: "CANARY-3",
      REDIS_URL: "CANARY-4",
    };
    expect(() => readConfiguration(environment, { DAILY_APIKEY: "CANARY-5" })).toThrow(ConfigurationError);
    try {
      readConfiguration(environment, { DAILY_APIKEY: "CANARY-5" });
    } catch (error) {
      const { message, problems } = error as ConfigurationError;
      expect(problems.map(({ name }) => name).sort()).toEqual(
        ["DAILY_APIKEY", "REDIS_URL", "ROOMPASS_METRICS_KEY", "ROOMPASS_PORT", "ROOMPASS_PROT"].sort(),
      );
      expect(message).toContain("Did you mean ROOMPASS_PORT?");
      expect(message).toContain("Did you mean DAILY_API_KEY?");
      expect(message).not.toContain("CANARY");
    }
  });

  it("takes from the file what the environment does not say", () => {
    const file = { ROOMPASS_PORT: "1", ROOMPASS_LOG_LEVEL: "error" };
    expect(readConfiguration({ ROOMPASS_PORT: "2" }, file)).toMatchObject({
      ROOMPASS_PORT: 2,
      ROOMPASS_LOG_LEVEL: "error",
    });
    expect(problemsOf({}, { ROOMPASS_CONFIG_FILE: "x", NODE_ENV: "x" })).toEqual(["NODE_ENV", "ROOMPASS_CONFIG_FILE"]);
  });

  it("lets a locked server be reached by others", () => {
    expect(readConfiguration(open)).toMatchObject({ isDevelopment: false, isLocal: false });
  });

  it("takes several keys, of which the first signs", () => {
    const { DAILY_API_KEY } = readConfiguration({ DAILY_API_KEY: "TEST-ONLY-new, TEST-ONLY-old" });
    expect(DAILY_API_KEY).toEqual(["TEST-ONLY-new", "TEST-ONLY-old"]);
  });
});
