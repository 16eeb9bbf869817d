// Every adapter has the same rooms, so that whoever has read one knows them all.
import { describe, expect, it } from "vitest";
import { adapters, exists } from "./workspace.ts";

const FILES = [
  "index.ts",
  "properties.ts",
  "claims.ts",
  "encode.ts",
  "decode.ts",
  "defaults.ts",
  "capabilities.ts",
  "provider.ts",
  "rest.ts",
];

it("there are adapters", () => {
  expect(adapters.map(({ directory }) => directory)).toEqual(
    expect.arrayContaining(["packages/daily", "packages/metered", "packages/videosdk"]),
  );
});

describe.each(adapters.map((entry) => [entry.name, entry] as const))("%s", (_name, { directory }) => {
  it.each(FILES)("has src/%s", (file) => {
    expect(exists(`${directory}/src/${file}`)).toBe(true);
  });
});
