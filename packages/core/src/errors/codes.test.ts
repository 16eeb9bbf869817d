import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { grantCodes } from "./codes-grant.js";
import { tokenCodes } from "./codes-token.js";
import { vendorCodes } from "./codes-vendor.js";
import { errorCodes } from "./index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const isSource = (path: string): boolean =>
  /\.ts$/.test(path) && !/\.(test|test-d|d)\.ts$|(^|[\\/])testing[\\/]|^errors[\\/]codes/.test(path);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter(isSource)
  .map((path) => readFileSync(`${root}/${path}`, "utf8"));
const text = sources.join("\n");
const known = new Set(Object.keys(errorCodes));

/** Places where a code stands as a code: in an error, in a finding, in a problem. */
const places = [
  /new RoompassError\(\s*"([^"]*)"/g,
  /[tT]okenFinding\(\s*"([^"]*)"/g,
  /timeFinding\(\s*"([^"]*)"/g,
  /issues\.add\(\s*"([^"]*)"/g,
  /\b(?:code|id): "([^"]*)"/g,
];

/** Remarks without an error: lint rules, and the adapters' own. */
const isRemark = (id: string): boolean => id.startsWith("lint.");

/** Listed although nothing in this package throws them. */
const explained: Readonly<Record<string, string>> = {
  "provider.unsupported": "For the vendors' packages: a way of issuing or verifying that a vendor does not have.",
  "grant.modelled-extension": "For adapters: they alone know which of their properties the neutral model has.",
  "claims.invalid": "For adapters: they alone know the types of their claims.",
  "claims.unknown-value": "For adapters: they alone know the values of their claims.",
};

describe("the list of codes", () => {
  it("has every code that the sources use", () => {
    const used = places.flatMap((place) => [...text.matchAll(place)].map(([, code]) => code as string));
    expect(used.length).toBeGreaterThan(60);
    expect([...new Set(used)].filter((code) => !known.has(code) && !isRemark(code))).toEqual([]);
  });

  it("has no code that is neither used nor explained", () => {
    const unused = [...known].filter((code) => !text.includes(`"${code}"`));
    expect(unused.filter((code) => !Object.hasOwn(explained, code))).toEqual([]);
    expect(Object.keys(explained).filter((code) => !known.has(code))).toEqual([]);
  });

  it("has each code once, over all of its parts", () => {
    const all = [grantCodes, tokenCodes, vendorCodes].flatMap((part) => Object.keys(part));
    expect(new Set(all).size).toBe(all.length);
    expect([...known].sort()).toEqual(all.sort());
  });

  it.each(Object.entries(errorCodes))("describes %s in two sentences of its own", (code, entry) => {
    expect(code).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(entry.cause).toMatch(/^[A-Z0-9`].*\.$/);
    expect(entry.cure).toMatch(/^[A-Z0-9`].*\.$/);
  });
});
