import type { FastifyInstance } from "fastify";
import type { Configuration } from "../configuration/configuration.js";
import { StartError } from "./start-error.js";

const usualPort = 8787;

/** Connections that wait to be accepted. Beyond it they are dropped, and come back after a second at the earliest. */
const backlog = 4096;

function codeOf(error: unknown): string {
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === "string" ? code : "unknown";
}

const cures: Readonly<Record<string, string>> = {
  EADDRINUSE: "it is taken by another program",
  EACCES: "this user may not",
  EADDRNOTAVAIL: "this machine does not have the address",
};

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
    const code = codeOf(error);
    if (code === "EADDRINUSE" && ROOMPASS_PORT === undefined && isDevelopment) {
      return await server.listen({ host, port: 0, backlog, exclusive: true });
    }
    const reason = cures[code] ?? code;
    throw new StartError(
      `Port ${port} of ${host} cannot be opened: ${reason}. Set ROOMPASS_PORT to another one, or to 0 for any that is free.`,
    );
  }
}
