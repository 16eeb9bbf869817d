import { describe, expect, it } from "vitest";
import { jsonText } from "../../scripts/lib/files.mjs";
import { SubjectError } from "../subject/check-subject.js";
import { madeFolder } from "../testing/made-folder.js";
import { readOwnVectors } from "./own-vectors.js";
import { readVectorFile } from "./read-vectors.js";

// A file of ours, as if its vendor's package had brought it along under other ids.
const file = JSON.parse(
  JSON.stringify(readVectorFile("vendor/videosdk/decode.json")).replaceAll("videosdk.decode.", "made.decode."),
) as Record<string, unknown>;
const own = { ...file, suite: "vendor/made" };

const withoutTwins = JSON.parse(JSON.stringify(own).replaceAll('"twin":"made.decode.', '"twin":"made.decode.gone.'));

const read = (content: unknown, name = "vectors/anything.json") =>
  readOwnVectors(madeFolder({ [name]: typeof content === "string" ? content : jsonText(content) }), "made");

describe("the vectors of an adapter's package", () => {
  it("are none where there is no such folder", async () => {
    expect(await readOwnVectors(madeFolder({ "package.json": "{}" }), "made")).toEqual([]);
  });

  it("are read with what they inherit, whatever the file is called", async () => {
    const tests = await read(own);
    expect(tests.length).toBeGreaterThan(20);
    expect(tests[0]).toMatchObject({ suite: "vendor/made", category: "decode", level: "MUST" });
  });

  it.each([
    ["is no JSON", "{", /is no JSON/],
    ["is not of the format", { ...own, extra: 1 }, /extra is not part of the format/],
    ["is of another vendor", { ...own, suite: "vendor/other" }, /its suite is not vendor\/made/],
    ["is for every vendor", { ...own, suite: "core" }, /its suite is not vendor\/made/],
    [
      "has ids of something else",
      { ...own, category: "encode" },
      /made\.decode\.[\w.-]+: ids in vectors\/anything\.json begin with `made\.encode\.`/,
    ],
    ["has no test that a twin names", withoutTwins, /has no positive twin: there is no test made\.decode\./],
    ["has a note that is none", { ...own, notes: { Novel: {} } }, /notes\.Novel\.bugType is missing/],
  ])("are refused when a file %s", async (_what, content, message) => {
    await expect(read(content)).rejects.toThrow(SubjectError);
    await expect(read(content)).rejects.toThrow(message);
  });

  it("are formatted as their package likes", async () => {
    expect((await read(JSON.stringify(own))).length).toBeGreaterThan(20);
  });

  it("are not passed over where they stand in a folder of their own", async () => {
    await expect(read(own, "vectors/vendor/made/decode.json")).rejects.toThrow(
      /^vectors\/vendor\/made\/decode\.json of the adapter's package stands in a folder of its own/,
    );
  });

  it("have no id of ours", async () => {
    const folder = madeFolder({ "vectors/a.json": jsonText(readVectorFile("vendor/videosdk/decode.json")) });
    await expect(readOwnVectors(folder, "videosdk")).rejects.toThrow(/taken or retired/);
  });
});
