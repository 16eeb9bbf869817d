// The server that is measured, in a process of its own: the demo server as it is, with one route beside it that answers a
// constant text of the size that is asked for.
import { readConfiguration } from "../../apps/demo-server/dist/configuration/read-configuration.js";
import { startServer } from "../../apps/demo-server/dist/run/start-server.js";
import { realSurroundings } from "../../apps/demo-server/dist/run/surroundings.js";
import { untilStopped } from "../../apps/demo-server/dist/run/until-stopped.js";

const constantBytes = Number(process.env.CONSTANT_BYTES ?? "700");

function prepare(server) {
  const body = JSON.stringify({ constant: "x".repeat(constantBytes - 15) });
  const headers = { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" };
  server.post("/constant", (_request, reply) => reply.code(200).headers(headers).send(body));
}

const configuration = readConfiguration(process.env);
const running = await startServer(configuration, { ...realSurroundings(), prepare });
untilStopped(running, configuration);
process.on("message", () => process.send?.({ cpu: process.cpuUsage() }));
process.send?.({ url: running.url, key: running.key });
