// Every adapter has the same rooms, so that whoever has read one knows them all.
import { describe, expect, it } from "vitest";
import { reExportsOf } from "./syntax.ts";
import { adapters, exists } from "./workspace.ts";

const FILES = [
  "index.ts",
  "properties.ts",
  "claims.ts",
  "encode.ts",
  "decode.ts",
  "defaults.ts",
  "capabilities.ts",
  "conformance.ts",
  "provider.ts",
  "rest.ts",
];

/** What an adapter knows of its vendor, as data. */
const FACTS = ["capabilities", "defaults", "harmless", "limits", "residueRules"];
const TYPES = ["Extensions", "GrantInput", "Properties", "Provider", "Settings"];

it("there are adapters", () => {
  expect(adapters.map(({ directory }) => directory)).toEqual(
    expect.arrayContaining(["packages/daily", "packages/livekit", "packages/metered", "packages/videosdk"]),
  );
});

describe.each(adapters.map((entry) => [entry.name, entry] as const))("%s", (_name, { directory }) => {
  it.each(FILES)("has src/%s", (file) => {
    expect(exists(`${directory}/src/${file}`)).toBe(true);
  });

  it("exports at run time its adapter, its provider and its facts, and nothing else", () => {
    const { values } = reExportsOf(`${directory}/src/index.ts`);
    const vendor = directory.slice("packages/".length);
    const provider = values.filter((name) => name.toLowerCase() === `create${vendor}`);
    expect(provider).toHaveLength(1);
    expect(values).toEqual([...FACTS, ...provider, vendor].sort());
  });

  it("exports the types of what goes into its provider and comes out of it", () => {
    const { types } = reExportsOf(`${directory}/src/index.ts`);
    const prefix = types.find((name) => name.endsWith("Provider"))?.slice(0, -"Provider".length) ?? "";
    expect(prefix.toLowerCase()).toBe(directory.slice("packages/".length));
    expect(types).toEqual(expect.arrayContaining(TYPES.map((name) => `${prefix}${name}`)));
    // A type of another name would be one more thing to know.
    expect(types.filter((name) => !name.startsWith(prefix))).toEqual([]);
  });
});
