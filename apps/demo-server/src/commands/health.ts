import { loadConfiguration } from "../configuration/load-configuration.js";
import { usualPort } from "../configuration/schema.js";

const milliseconds = 2000;

/** Where to ask a server that listens on every address. */
const anyAddress: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };

function hostOf(host: string): string {
  return anyAddress[host] ?? (host.includes(":") ? `[${host}]` : host);
}

/**
 * `health`: whether the server that this environment describes, its configuration file included, is alive. For a container,
 * which has no curl.
 *
 * @throws ConfigurationError Where it describes none.
 */
export async function runHealth(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const { ROOMPASS_HOST, ROOMPASS_PORT = usualPort } = await loadConfiguration(environment);
  const address = `http://${hostOf(ROOMPASS_HOST)}:${ROOMPASS_PORT}/livez`;
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(milliseconds) })).status === 200;
  } catch {
    return false;
  }
}
