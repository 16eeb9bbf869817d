// The server that is measured, in a process of its own: the demo server as it is, with two routes beside it: a constant text
// of the size that is asked for, and a token that nobody checked anything about.
import { readConfiguration } from "../../apps/demo-server/dist/configuration/read-configuration.js";
import { startServer } from "../../apps/demo-server/dist/run/start-server.js";
import { realSurroundings } from "../../apps/demo-server/dist/run/surroundings.js";
import { untilStopped } from "../../apps/demo-server/dist/run/until-stopped.js";
import { createBareHandler } from "./bare.mjs";

const constantBytes = Number(process.env.CONSTANT_BYTES ?? "700");

function prepare(server) {
  const body = JSON.stringify({ constant: "x".repeat(constantBytes - 15) });
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  const ofTokens = {
    ...headers,
    "x-request-id": "0123456789ab-1",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "ratelimit-policy": '"key";q=600;w=60',
    ratelimit: '"key";r=599;t=60',
  };
  server.post("/bare", createBareHandler(constantBytes, ofTokens));
  server.post("/constant", (_request, reply) => reply.code(200).headers(headers).send(body));
}

const configuration = readConfiguration(process.env);
const running = await startServer(configuration, { ...realSurroundings(), prepare });
untilStopped(running, configuration);
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ url: running.url, key: running.key });
