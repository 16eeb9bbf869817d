const thisMachine: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether a `Host` header calls this machine by one of its own names. A page that leads a name of its own to this machine
 * (DNS rebinding) sends that name, and is of the same origin as what answers: what has no key must not answer it.
 */
export function isLocalHost(host: string | undefined): boolean {
  return thisMachine.has((host ?? "").toLowerCase().replace(/:\d+$/, ""));
}
