/** Hosts that may be called: names to the letter, or `.name` for exactly one label in front of it. */
export type AllowedHosts = readonly string[];

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function isAllowed(hostname: string, hosts: AllowedHosts): boolean {
  return hosts.some((host) =>
    host.startsWith(".") ? hostname.endsWith(host) && label.test(hostname.slice(0, -host.length)) : hostname === host,
  );
}

/**
 * Whether a request may go to an address: https, the usual port, nobody's name and password in it, and a host of the list.
 * The address is looked at as the platform reads it, so that no spelling of a host means another one. With `allowLoopback`
 * this machine may be called too, by plain http and on any port: for emulators.
 */
export function mayCall(address: string, hosts: AllowedHosts, allowLoopback: boolean): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") return false;
  if (allowLoopback && loopback.has(url.hostname)) return url.protocol === "http:" || url.protocol === "https:";
  return url.protocol === "https:" && url.port === "" && isAllowed(url.hostname, hosts);
}
