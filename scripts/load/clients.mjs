// Clients that note when each answer came and what it was; each sends its next request when it has the answer to the last.
import { Agent, request } from "node:http";

/** One request; `status` is 0 when there was no answer, and `code` says why. `connected` tells that it had to connect first. */
export function send(agent, url, path, { method, headers, body }) {
  const began = performance.now();
  return new Promise((resolve) => {
    const done = (result) => ({
      ...result,
      connected: !outgoing.reusedSocket,
      milliseconds: performance.now() - began,
    });
    const outgoing = request(url + path, {
      agent,
      method,
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
    });
    outgoing.on("response", (answer) => {
      answer.resume();
      answer.on("end", () => resolve(done({ status: answer.statusCode, headers: answer.headers })));
      answer.on("error", (error) => resolve(done({ status: 0, code: error.code, headers: {} })));
    });
    outgoing.on("error", (error) => resolve(done({ status: 0, code: error.code, headers: {} })));
    outgoing.end(body);
  });
}

/**
 * So many clients for so long. One that is told to come back later waits; without that, what is turned away would be most of
 * the load.
 */
export async function closedLoad({
  url,
  path,
  what,
  clients,
  milliseconds,
  retryMilliseconds = 0,
  warmUpMilliseconds = 0,
}) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const counted = performance.now() + warmUpMilliseconds;
  const until = counted + milliseconds;
  const results = [];
  async function client() {
    while (performance.now() < until) {
      const result = await send(agent, url, path, what);
      // What is slow at first is setting up as many connections at once.
      if (performance.now() > counted) results.push(result);
      if (result.status !== 200 && retryMilliseconds > 0)
        await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  return results;
}

export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function countsOf(results) {
  const counts = {};
  for (const { status, code } of results) {
    const name = status === 0 ? `no answer (${code})` : String(status);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
