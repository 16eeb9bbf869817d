import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { readConfiguration } from "../configuration/read-configuration.js";
import { type RunningServer, startServer } from "../run/start-server.js";
import type { Surroundings } from "../run/surroundings.js";

/** Unix seconds, in January 2027. */
export const testNow = 1_800_000_000;

export interface TestServer extends RunningServer {
  /** What was logged so far. */
  readonly log: () => string;
  /** Sends JSON with the key of the development caller, unless told otherwise. */
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>;
}

/** A server in this process, on a port of its own, with a clock that stands still. Stopped after the test. */
export async function startTestServer(
  environment: Readonly<Record<string, string>> = {},
  changes: Partial<Surroundings> = {},
): Promise<TestServer> {
  let log = "";
  const running = await startServer(
    readConfiguration({
      ROOMPASS_PORT: "0",
      ROOMPASS_LOG_LEVEL: "debug",
      // A busy machine is no overload of the server's.
      ROOMPASS_MAX_EVENT_LOOP_DELAY_MILLISECONDS: "60000",
      ...environment,
    }),
    {
      write: (line) => {
        log += line;
      },
      clock: () => testNow,
      randomBytes: (length) => randomBytes(length),
      sleep: async () => undefined,
      bodyMilliseconds: 30_000,
      pageFolder: undefined,
      builtAt: 0,
      ...changes,
    },
  );
  onTestFinished(() => running.stop());
  return {
    ...running,
    log: () => log,
    post: (path, body, headers = {}) =>
      fetch(running.url + path, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(running.key === undefined ? {} : { authorization: `Bearer ${running.key}` }),
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
  };
}
