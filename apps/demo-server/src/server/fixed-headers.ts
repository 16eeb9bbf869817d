import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

const setHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      "default-src": ["'none'"],
      "frame-ancestors": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'none'"],
    },
  },
  crossOriginResourcePolicy: { policy: "same-origin" },
  referrerPolicy: { policy: "no-referrer" },
  xFrameOptions: { action: "deny" },
  // This server speaks plain http; what speaks https in front of it decides for how long.
  strictTransportSecurity: false,
});

/**
 * Headers of every answer, unless the answer brings its own. Nothing of a request decides about them, so that helmet is
 * asked once: asked for every request, it took 7 % of the server's time under load.
 */
export function fixedHeaders(): readonly (readonly [name: string, value: string])[] {
  const headers: (readonly [string, string])[] = [];
  const response = {
    setHeader: (name: string, value: string) => void headers.push([name, value]),
    removeHeader: () => undefined,
  };
  let isDone = false;
  setHeaders({} as IncomingMessage, response as unknown as ServerResponse, (error?: unknown) => {
    if (error instanceof Error) throw error;
    isDone = true;
  });
  if (!isDone) throw new Error("helmet did not set its headers at once.");
  return headers;
}
