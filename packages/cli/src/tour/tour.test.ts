import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { examplePage, exampleToken } from "./example.js";
import { Stage, TourFailure } from "./stage.js";
import { tour } from "./tour.js";

async function take(isTerminal = false): Promise<string> {
  let printed = "";
  await tour({
    print: (text) => {
      printed += text;
    },
    isTerminal,
  });
  return printed;
}

describe("the tour", () => {
  let printed = "";
  beforeAll(async () => {
    printed = await take();
  });

  it("reads the published example, says where it is from, and that its key is not known", () => {
    expect(printed).toContain(examplePage);
    expect(printed).toContain("The key that signed it is not known");
    expect(printed).toContain("Daily token (certain), not verified");
  });

  it("issues the grant again, verifies that one, and fails to verify the example", () => {
    expect(printed).toContain("Daily token issued.");
    expect(printed).toContain("Daily token, verified");
    expect(printed).toContain("signature.mismatch");
  });

  it("moves the owner to the two other vendors with a fixed clock", () => {
    expect(printed).toContain('"permissions": ["allow_join", "allow_mod"]');
    expect(printed).toContain('"roomId": "2kyv-gzay-64pg"');
    expect(printed).toContain('"isAdmin": true');
    expect(printed).toContain('"iat": 1767225600');
  });

  it("shows one refusal with its remedy, and what to do next", () => {
    expect(printed).toContain("refused  rights.publish.camera");
    expect(printed).toContain("--allow-widening rights.publish.camera,");
    expect(printed).toContain("What next");
  });

  it("fits into 80 columns but for what is there to be copied", () => {
    const long = printed.split("\n").filter((line) => line.length > 80);
    expect(long.every((line) => line.includes("--allow-widening") || line.includes(exampleToken))).toBe(true);
  });

  it("has no colour where nobody sees it, and some on a terminal", async () => {
    expect(printed).not.toContain("\u001b[");
    expect(await take(true)).toContain("\u001b[1m");
  });

  it("uses new keys each time and shows none of them", async () => {
    const tokens = (text: string): string[] => text.match(/^ {2}eyJ\S+$/gm) ?? [];
    const again = await take();
    expect(tokens(again)).toHaveLength(tokens(printed).length);
    expect(printed).not.toMatch(/[0-9a-f]{64}/);
  });
});

it("fails when a step does not end as it should", async () => {
  const stage = new Stage({ print: () => {}, isTerminal: false, env: {}, now: 1_767_225_600 });
  await expect(stage.run(["verify", exampleToken], { exitCode: 0 })).rejects.toThrow(TourFailure);
  await expect(stage.run(["inspect"], { exitCode: 0 })).rejects.toThrow("ended with 1");
});

it("has the example as one token of the length that the page prints", () => {
  expect(exampleToken).toHaveLength(267);
  expect(readFileSync(new URL("./main.ts", import.meta.url), "utf8")).toContain("process.exitCode = 1");
});
