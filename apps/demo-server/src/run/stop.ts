import type { DemoServer } from "../server/create-server.js";

const lookAgainMilliseconds = 20;

/** Resolves when the port is closed, every request is answered and every connection gone. */
export async function closeServer({ fastify, open }: DemoServer): Promise<void> {
  let isClosed = false;
  const closed = fastify.close().finally(() => {
    isClosed = true;
  });
  while (!isClosed) {
    await open.none();
    // What is left has no request: connections that were opened and never used, or kept open for a next time.
    if (!fastify.server.listening && open.count === 0) fastify.server.closeAllConnections();
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, lookAgainMilliseconds))]);
  }
}
