// The vectors themselves: valid, explained, signed as they say, and made by the tables.
import { describe, expect, it } from "vitest";
import { differences, generate } from "../scripts/generate-golden.mjs";
import { lintFiles, testsOf } from "../scripts/lib/lint.mjs";
import { openObjects } from "../scripts/lib/schema.mjs";
import { readSchema, readVectorFiles, retiredIds, schemaProblems } from "../scripts/lint-vectors.mjs";

const files = readVectorFiles();

describe("the vector files", () => {
  it("are there for decoding and encoding of each vendor", () => {
    const paths = ["daily", "livekit", "metered", "videosdk"].flatMap((vendor) =>
      ["decode", "encode"].map((category) => `vendor/${vendor}/${category}.json`),
    );
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
  });

  it("follow the schema", () => {
    expect(schemaProblems(files)).toEqual([]);
  });

  it("hold together", () => {
    expect(lintFiles(files, retiredIds())).toEqual([]);
  });

  it("are exactly what the tables say (cure: node packages/conformance/scripts/generate-golden.mjs)", () => {
    expect(differences()).toEqual([]);
  });

  it("are made the same way each time", () => {
    expect([...generate()]).toEqual([...generate()]);
  });

  it.each(
    files.filter(({ path }) => /^vendor.*\/(?:de|en)code\.json$/.test(path)).map((file) => [file.path, file] as const),
  )("%s has at least 25 tests, and refusals among them", (_path, file) => {
    const tests = testsOf(file);
    const negative = tests.filter(({ test }) => test.twin !== undefined);
    expect(tests.length).toBeGreaterThanOrEqual(25);
    expect(negative.length).toBeGreaterThanOrEqual(5);
  });

  it("have literal traps for every vendor, each with a twin that passes, and allowances that cover one path", () => {
    const traps = files.filter(({ path }) => path.endsWith("/widening.json")).flatMap(testsOf);
    const names = (accept: (entry: (typeof traps)[number]) => boolean) =>
      new Set(traps.filter(accept).map(({ id }) => id.split(".").slice(0, 3).join(".")));
    const negative = names(({ test }) => test.twin !== undefined);
    expect(negative.size).toBeGreaterThanOrEqual(25);
    for (const vendor of ["daily", "livekit", "metered", "videosdk"]) {
      expect([...negative].filter((name) => name.startsWith(vendor)).length).toBeGreaterThanOrEqual(8);
      const allowed = names(({ id, test }) => id.startsWith(vendor) && test.flags.includes("AllowedWidening"));
      const elsewhere = [...negative].filter((name) => name.startsWith(vendor) && name.endsWith("-allowed-elsewhere"));
      expect([allowed.size, elsewhere.length]).toEqual([1, 1]);
    }
  });

  it("have tokens that the vendors print, and canonical tokens where a vendor's tokens are signed by its customers", () => {
    const tests = files.flatMap(testsOf);
    const idsOf = (accept: (entry: (typeof tests)[number]) => boolean): string[] =>
      tests.filter(accept).map(({ id }) => id);
    expect(idsOf(({ test }) => test.flags.includes("PublishedSample"))).toEqual([
      "daily.decode.published-owner",
      "daily.decode.published-minimal",
      "metered.decode.published-global-token",
    ]);
    for (const vendor of ["daily", "livekit", "videosdk"]) {
      const canonical = idsOf(({ id, test }) => id.startsWith(`${vendor}.`) && test.expect.canonical === true);
      expect(canonical.length).toBeGreaterThanOrEqual(8);
    }
  });
});

describe("the schema", () => {
  it("leaves open only what is free JSON or has names of its own", () => {
    expect(openObjects(readSchema())).toEqual([
      "#/properties/notes",
      "#/$defs/free",
      "#/$defs/selection/properties/byParticipantId",
      "#/$defs/authority/properties/rights",
      "#/$defs/authority/properties/modes",
    ]);
  });
});
