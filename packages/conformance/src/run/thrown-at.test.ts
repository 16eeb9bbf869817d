import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { madeFolder } from "../testing/made-folder.js";
import { thrownAt } from "./thrown-at.js";

const here = import.meta.filename;

/** What a module throws that stands in a folder of its own, outside this package. */
async function thrownBy(body: string): Promise<unknown> {
  const folder = madeFolder({ "package/src/decode.mjs": `\n${body}\n` });
  const { decode } = (await import(pathToFileURL(join(folder, "package/src/decode.mjs")).href)) as {
    decode: (call: () => unknown) => unknown;
  };
  try {
    decode(() => thrownAt("nothing") ?? JSON.parse("{"));
    return undefined;
  } catch (error) {
    return error;
  }
}

const withStack = (stack: unknown): Error => Object.defineProperty(new Error("x"), "stack", { value: stack });

it("is the first line of the adapter's that is on the stack", async () => {
  const error = await thrownBy("export const decode = () => { throw new TypeError('TEST-ONLY-secret'); };");
  expect(thrownAt(error)).toBe("package/src/decode.mjs:2");
});

it("is the adapter's also where something of the suite's threw that it called", async () => {
  expect(thrownAt(await thrownBy("export const decode = (call) =>\n  call();"))).toBe("package/src/decode.mjs:3");
});

it("is not that of whoever called the suite", () => {
  const folder = madeFolder({ "runner.mjs": "" });
  expect(thrownAt(withStack(`Error: x\n    at f (${here}:1:2)\n    at g (node:internal/x:1:2)`))).toBeUndefined();
  const file = pathToFileURL(join(folder, "runner.mjs")).href;
  const adapter = pathToFileURL(join(madeFolder({ "a.mjs": "" }), "a.mjs")).href;
  expect(
    thrownAt(withStack(`Error: x\n    at f (${adapter}:7:2)\n    at g (${here}:1:2)\n    at ${file}:3:4`)),
  ).toMatch(/a\.mjs:7$/);
});

it("is told of no file that does not exist: a stack is a text like any other", () => {
  for (const stack of [`Error\n    at /nowhere/TEST-ONLY-secret.js:1:2`, "TEST-ONLY-secret", 7, undefined]) {
    expect(thrownAt(withStack(stack))).toBeUndefined();
  }
  const hostile = Object.defineProperty({}, "stack", {
    get: () => {
      throw new Error("no");
    },
  });
  expect(thrownAt(hostile)).toBeUndefined();
  expect(thrownAt(null)).toBeUndefined();
});
