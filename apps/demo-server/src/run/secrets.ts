import type { Configuration } from "../configuration/configuration.js";
import { secretNames } from "../configuration/names.js";
import type { VendorSetup } from "../vendors/vendor-setup.js";

function passwordOf(url: string | undefined): string[] {
  const password = url === undefined || !URL.canParse(url) ? "" : new URL(url).password;
  return password === "" ? [] : [password, decodeURIComponent(password)];
}

/** Everything that must not be seen in a log, wherever it comes from. */
export function secretsOf(configuration: Configuration, vendors: readonly VendorSetup[]): readonly string[] {
  const configured = secretNames.flatMap((name) => {
    const value: unknown = configuration[name as keyof Configuration];
    return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
  });
  const secret: ReadonlySet<string> = new Set(secretNames);
  const madeUp = vendors.flatMap(({ madeUp }) => Object.entries(madeUp).filter(([name]) => secret.has(name)));
  return [...configured, ...madeUp.map(([, value]) => value), ...passwordOf(configuration.REDIS_URL)];
}
