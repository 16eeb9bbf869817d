import type { Io } from "../io.js";

export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** A network that gives one answer to everything, and remembers what it was asked. */
export function answering(status: number, body: unknown): { fetch: Io["fetch"]; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  return {
    sent,
    fetch: async (url, { method, headers, body: text }) => {
      sent.push({ url, method, headers, body: text });
      return {
        status,
        headers: { get: () => null },
        text: async () => (typeof body === "string" ? body : JSON.stringify(body)),
      };
    },
  };
}
