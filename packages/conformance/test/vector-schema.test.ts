import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { jsonText } from "../scripts/lib/files.mjs";
import { vectorFileJsonSchema } from "../src/vectors/format/json-schema.ts";

it("vectors/schema.json is made of the source (cure: npx tsc -b && node scripts/write-vector-schema.mjs)", () => {
  const committed = readFileSync(new URL("../vectors/schema.json", import.meta.url), "utf8");
  expect(committed).toBe(jsonText(vectorFileJsonSchema()));
});
