// What issuing costs where nothing is checked: the body is read and parsed, the key's digest compared, a finished form of
// claims filled in and signed, the token's digest taken for the record, three things counted, and an answer of the same size
// sent with the same headers. No schema, no policy, no limits, nothing read back. It shows what a handler on this server can
// reach at all.
import { createHash, timingSafeEqual } from "node:crypto";
import { createRequire } from "node:module";
import { createSigner } from "fast-jwt";
import { createServiceMetrics } from "../../apps/demo-server/dist/metrics/service-metrics.js";
import { readBody } from "../../apps/demo-server/dist/server/read-body.js";

// The server's own, which is no dependency here.
const { Registry } = createRequire(new URL("../../apps/demo-server/package.json", import.meta.url))("prom-client");
const sha256 = (text) => createHash("sha256").update(text).digest();
const known = sha256("TEST-ONLY-bare-key");
const sign = createSigner({
  key: "TEST-ONLY-bare-signing-key-0123456789abcdef",
  algorithm: "HS256",
  noTimestamp: true,
});

function claimsFor({ room, participant }, now) {
  const domain = "11111111-2222-4333-8444-555555555555";
  return { r: room, d: domain, ud: participant.id, u: participant.name, ao: true, vo: true, iat: now, exp: now + 3600 };
}

export function createBareHandler(bytes, headers) {
  const metrics = createServiceMetrics(new Registry());
  return async (request, reply) => {
    const read = await readBody(request.raw, 65_536, 10_000);
    // Compared and not believed: the request brings the server's own key, which is another one.
    const isKnown = timingSafeEqual(sha256(request.headers.authorization), known);
    const { provider, grant } = JSON.parse(read.bytes.toString());
    const now = Math.floor(Date.now() / 1000);
    const token = sign(claimsFor(grant, now));
    const digest = sha256(token).toString("hex").slice(0, 16);
    metrics.count("requests", { route: "/v1/tokens", method: "POST", status: "200" });
    metrics.count("decisions", { operation: "issue", provider, decision: "granted", code: isKnown ? "ok" : "none" });
    metrics.duration("request", { route: "/v1/tokens" }, 0.001);
    const answer = JSON.stringify({ token, provider, expiresAt: now + 3600, grant, digest });
    reply.code(200).headers(headers).send(answer.padEnd(bytes));
    return reply;
  };
}
