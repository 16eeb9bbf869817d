import type { FastifyInstance } from "fastify";
import type { Configuration } from "../configuration/configuration.js";
import { usualPort } from "../configuration/schema.js";
import { StartError } from "./start-error.js";

/** Connections that wait to be accepted. Beyond it they are dropped, and come back after a second at the earliest. */
const backlog = 4096;

function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === "string" ? code : "unknown";
}

/** Why, and what to do, by the system's code. `_` stands for the beginning of the variables' names. */
const cures: Readonly<Record<string, string>> = {
  EADDRINUSE: "it is taken by another program. Set _PORT to another one, or to 0 for any that is free",
  EACCES: "this user may not. Set _PORT to another one, or to 0 for any that is free",
  EADDRNOTAVAIL: "this machine does not have the address. Set _HOST to one that it has",
};

/** What to tell about a port that the system did not open. `name` is the beginning of its variables' names. */
export function cannotOpen(name: "ROOMPASS" | "ROOMPASS_METRICS", host: string, port: number, error: unknown) {
  const code = codeOf(error);
  const cure = cures[code] ?? `${code}. Set _HOST and _PORT to others`;
  return new StartError(`Port ${port} of ${host} cannot be opened: ${cure.replaceAll(/\b_/g, `${name}_`)}.`);
}

/** @throws StartError When the port cannot be opened, with the reason and what to do. */
export async function listen(
  server: FastifyInstance,
  { ROOMPASS_HOST, ROOMPASS_PORT, isDevelopment }: Configuration,
): Promise<string> {
  // The name may stand for several addresses, and one server with one address is easier to speak of.
  const host = ROOMPASS_HOST === "localhost" ? "127.0.0.1" : ROOMPASS_HOST;
  const port = ROOMPASS_PORT ?? usualPort;
  try {
    return await server.listen({ host, port, backlog, exclusive: true });
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE" && ROOMPASS_PORT === undefined && isDevelopment) {
      return await server.listen({ host, port: 0, backlog, exclusive: true });
    }
    throw cannotOpen("ROOMPASS", host, port, error);
  }
}
