// What `init` hands out has to be true to everything that the suite asks for, as it stands and under any other name.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { subject } from "../skeleton/src/conformance.js";
import { readOwnVectors, runSuite } from "../src/index.ts";
import { mirrorAdapter } from "../src/reference/adapter.ts";

const folder = fileURLToPath(new URL("../skeleton/", import.meta.url));

describe("the skeleton", () => {
  it("conforms, its own vectors included", async () => {
    const own = await readOwnVectors(folder, subject.adapter.vendor);
    const { results } = await runSuite(subject, { own, partners: [{ adapter: mirrorAdapter }] });
    const failed = results.filter(({ outcome }) => outcome !== "pass" && outcome !== "not-applicable");
    expect(failed.map(({ id, outcome, expected, actual, note }) => ({ id, outcome, expected, actual, note }))).toEqual(
      [],
    );
    const passed = new Set(results.filter(({ outcome }) => outcome === "pass").map(({ id }) => id));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ id }) => !passed.has(id))).toEqual([]);
  });
});
