// Starts the measured server and speaks with it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("./server.mjs", import.meta.url));
const plenty = "10000000";

/** Limits that a load test would meet are out of its way; everything else is as it comes. */
const environment = {
  ROOMPASS_PORT: "0",
  ROOMPASS_REQUESTS_PER_MINUTE_ANONYMOUS: plenty,
  ROOMPASS_REQUESTS_PER_MINUTE_PER_ADDRESS: plenty,
  ROOMPASS_REQUESTS_PER_MINUTE_PER_KEY: plenty,
};

export async function startMeasured(changes = {}) {
  const child = fork(file, {
    env: { PATH: process.env.PATH, ...environment, ...changes },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit").then(([code]) => code);
  const [said] = await Promise.race([
    once(child, "message"),
    ended.then((code) => Promise.reject(new Error(`The server did not start (${code}).`))),
  ]);
  return {
    ...said,
    pid: child.pid,
    ended,
    /** Processor time of the server so far, in microseconds. */
    async processorTime() {
      child.send("cpu");
      const [{ cpu }] = await once(child, "message");
      return cpu.user + cpu.system;
    },
    async stop() {
      child.kill("SIGTERM");
      return await ended;
    },
  };
}

const grant = {
  room: "standup",
  participant: { id: "u_1", name: "Alice" },
  expiresIn: "1h",
  rights: { publish: ["microphone", "camera"], subscribe: true },
};

/** The request that everything is measured with. */
export function issueRequest({ key }) {
  return {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ provider: "daily", grant }),
  };
}
