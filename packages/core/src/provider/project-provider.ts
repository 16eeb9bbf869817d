import type { Adapter } from "../adapter/adapter.js";
import { checkOptions } from "../errors/check-options.js";
import { RoompassError } from "../errors/roompass-error.js";
import { createKeyRing, importSecret, type SecretMaterial } from "../jws/index.js";
import { orEnvironment } from "../request/environment.js";
import type { Clock } from "./clock.js";
import type { Provider } from "./provider.js";
import { createSigningProvider } from "./signing-provider.js";

/** What the key and the secret of a project are called. */
export interface ProjectNames {
  /** The key, whose setting is `apiKey`: its variable of the environment. */
  readonly apiKey: { readonly variable: string };
  /** The secret: its setting, and its variable of the environment. */
  readonly secret: { readonly setting: string; readonly variable: string };
}

type Settings = Readonly<Record<string, unknown>>;

function readApiKey(given: unknown, vendor: string, { variable }: ProjectNames["apiKey"]): string {
  const apiKey = orEnvironment(given, variable);
  if (typeof apiKey !== "string" || apiKey.trim() === "") {
    throw new RoompassError("provider.settings", `${vendor} needs the project's API key.`, {
      path: "apiKey",
      cure: `Pass \`apiKey\` or set ${variable}.`,
    });
  }
  // A line break comes from reading a file without trimming it, and would be signed into every token.
  if (/[^\x21-\x7e]/.test(apiKey)) {
    throw new RoompassError("provider.settings", "The API key contains white space or characters that no key has.", {
      path: "apiKey",
      cure: "Remove the trailing line break, and whatever else came along when it was copied.",
    });
  }
  return apiKey;
}

function readSecrets(given: unknown, vendor: string, names: ProjectNames["secret"]): readonly SecretMaterial[] {
  const secret = orEnvironment(given, names.variable);
  if (secret === undefined) {
    throw new RoompassError("key.empty", `${vendor} needs the project's secret.`, {
      path: names.setting,
      cure: `Pass \`${names.setting}\` or set ${names.variable}.`,
    });
  }
  return Array.isArray(secret) ? secret : [secret as SecretMaterial];
}

function checkMethod(method: unknown, vendor: string): void {
  if (method === undefined || method === "sign") return;
  throw new RoompassError("provider.unsupported", `${vendor}'s tokens are signed here only.`, {
    path: "method",
    cure: `Leave \`method\` out. ${vendor} documents no call that mints a token with the project's secret.`,
  });
}

/**
 * A provider of a project that is named by an API key and signs with a secret of its own, HS256. The settings are `apiKey`,
 * the secret (several for rotation: the first signs, all of them verify) and `clock`; what is left out comes from the
 * environment.
 *
 * @throws RoompassError `provider.settings` without a usable API key or for a setting that does not exist; `key.empty` or
 *   `key.unsuitable` for the secret; `provider.unsupported` for a `method` other than `sign`.
 */
export function createProjectProvider<Vendor extends string, Properties, Input>(
  adapter: Adapter<Vendor, Properties>,
  settings: object,
  names: ProjectNames,
): Provider<Vendor, Properties, Input> {
  checkOptions(settings, {
    called: "settings",
    names: ["apiKey", names.secret.setting, "clock", "method"] as const,
    restricting: ["apiKey"],
    code: "provider.settings",
  });
  const given = settings as Settings & { readonly clock?: Clock };
  checkMethod(given["method"], adapter.displayName);
  const tenant = readApiKey(given["apiKey"], adapter.displayName, names.apiKey);
  const secrets = readSecrets(given[names.secret.setting], adapter.displayName, names.secret);
  return createSigningProvider<Vendor, Properties, Input>({
    adapter,
    tenant,
    keys: createKeyRing(secrets.map((secret) => importSecret(secret, { algorithm: "HS256" }))),
    ...(given.clock === undefined ? {} : { clock: given.clock }),
  });
}
