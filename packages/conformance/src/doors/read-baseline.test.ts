import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { BaselineError } from "../baseline/baseline.js";
import { madeFolder } from "../testing/made-folder.js";
import { readBaseline } from "./read-baseline.js";

const name = "conformance.baseline.json";

it("is read by its path or its address", () => {
  const listed = { formatVersion: 1, entries: [{ id: "core.a", issue: "#1", until: "2027-01-31" }] };
  const path = join(madeFolder({ [name]: JSON.stringify(listed) }), name);
  expect(readBaseline(path)).toEqual(listed);
  expect(readBaseline(pathToFileURL(path))).toEqual(listed);
});

it.each([
  ["is not there", {}, /There is no file .*conformance\.baseline\.json; `--update-baseline` writes one\./],
  ["is no JSON", { [name]: "{" }, /conformance\.baseline\.json is no JSON\./],
  ["has another form", { [name]: "[]" }, /conformance\.baseline\.json is no baseline file: \$ is not object\./],
  [
    "says no day",
    { [name]: '{ "formatVersion": 1, "entries": [{ "id": "a", "issue": "b", "until": "soon" }] }' },
    /\.json is no baseline file: \$\.entries\[0\]\.until is no day: YYYY-MM-DD\./,
  ],
])("is refused by its name when it %s", (_what, files, message) => {
  const path = join(madeFolder(files), name);
  expect(() => readBaseline(path)).toThrow(BaselineError);
  expect(() => readBaseline(path)).toThrow(message);
});
