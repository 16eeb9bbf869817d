// A second opinion that shared code with the first would be none, and a handler for every platform uses none's own things.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const source = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && !path.startsWith("testing/"));
const importsOf = (path: string): string[] =>
  [...readFileSync(source + path, "utf8").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(
    (match) => match[1] as string,
  );

it("no source imports another package of this project", () => {
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((path) => importsOf(path).some((name) => name.startsWith("@roompass/")))).toEqual([]);
});

it("nothing but the server uses Node", () => {
  const own = files.filter((path) => !path.startsWith("server/") && path !== "node.ts");
  const uses = (path: string): boolean =>
    importsOf(path).some((name) => name.startsWith("node:") || name.includes("/server/")) ||
    /\b(?:Buffer|process|__dirname|require)\b[.(]/.test(readFileSync(source + path, "utf8"));
  expect(own.filter(uses)).toEqual([]);
  expect(files.filter((path) => path.startsWith("server/")).some(uses)).toBe(true);
});

it("nothing imports packages other than jose and zod", () => {
  const others = files.flatMap(importsOf).filter((name) => !/^(?:\.|node:|jose$|zod$)/.test(name));
  expect(others).toEqual([]);
});

it("nothing writes anywhere", () => {
  expect(files.filter((path) => /\bconsole\b/.test(readFileSync(source + path, "utf8")))).toEqual([]);
});
