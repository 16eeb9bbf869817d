import { expect, it } from "vitest";
import { now } from "../testing/tokens.js";
import { createThreadEngine } from "./thread-engine.js";

it.each([
  [
    "an error whose name is no plain word",
    "Object.assign(new Error(), { name: 'very-private thing' })",
    "unknown error",
  ],
  ["an error", "new RangeError('very-private')", "RangeError"],
  ["a text", "'very-private'", "unknown error"],
  ["nothing", "null", "unknown error"],
])("a thread that throws %s is told by no more than a name", async (_what, thrown, name) => {
  const module = new URL(`data:text/javascript,${encodeURIComponent(`throw ${thrown}`)}`);
  const options = { now, salt: "00", report: false, lineBytes: 4096, threads: 1 };
  const data = { setup: "unused", data: undefined, options, file: undefined };
  await expect(createThreadEngine(data, 1, module)).rejects.toMatchObject({
    code: "migrate.worker",
    message: `A worker thread ended (${name}).`,
  });
});
