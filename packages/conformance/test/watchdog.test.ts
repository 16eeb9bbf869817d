// In a process of its own: what is watched for here never comes back.
import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const thread = new URL("../scripts/lib/watchdog-thread.mjs", import.meta.url).href;

const started = `
import { Worker } from "node:worker_threads";
const dog = new Worker(new URL(${JSON.stringify(thread)}), { execArgv: [] });
await new Promise((resolve) => dog.once("online", resolve));
dog.unref();
`;

function run(source: string): { readonly code: number | null; readonly errors: string } {
  const argv = ["--input-type=module", "--eval", `${started}${source}`];
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8", timeout: 60_000 });
  return { code: status, errors: stderr };
}

it.each([
  ["a loop", "for (;;);"],
  ["a loop of promises", "for (;;) await null;"],
])(
  "a watchdog ends the process in %s with 3, and names the case",
  (_what, loop) => {
    const { code, errors } = run(`dog.postMessage({ what: "core.time.a", milliseconds: 50 });\n${loop}`);
    expect({ code, errors }).toEqual({
      code: 3,
      errors: expect.stringContaining("No way back from core.time.a within 50 ms: the run ends here."),
    });
  },
  60_000,
);

it("a watchdog leaves a process alone that rests or goes on", () => {
  const { code, errors } = run(`
dog.postMessage({ what: "core.time.a", milliseconds: 1 });
dog.postMessage({ what: "core.time.b", milliseconds: 60000 });
dog.postMessage(undefined);
`);
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
}, 60_000);
