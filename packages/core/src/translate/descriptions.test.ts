import { describe, expect, it } from "vitest";
import type { Grant } from "../grant/grant.js";
import { fieldPaths } from "../grant/right-path.js";
import { makeFrankAdapter } from "../testing/frank-adapter.js";
import { descriptionPaths, reportDescriptions } from "./descriptions.js";

const frank = makeFrankAdapter("frank", {
  outside: { "start.camera": { vendor: "frank", where: "client", setting: "camera" } },
});
const bare: Grant = { purpose: ["participant"], room: "standup" };
const full: Grant = {
  ...bare,
  participant: {
    id: "ann",
    name: "Ann",
    email: "ann@example.org",
    avatarUrl: "https://example.org/a",
    metadata: { a: 1 },
  },
  start: { camera: "on", microphone: "off" },
  client: { language: "de", redirectUrl: "https://example.org", closeTabOnExit: false },
};
const kinds = (before: Grant, after: Grant): string[] =>
  reportDescriptions(before, after, frank).map(({ path, kind }) => `${path} ${kind}`);

describe("descriptions", () => {
  it("are all that carries no rights", () => {
    const weighed = /^(purpose|room|participant\.id|notBefore|expiresAt|stay\..*|entry|automation\..*)$/;
    expect(descriptionPaths).toEqual(fieldPaths.filter((path) => !weighed.test(path)));
  });

  it("are kept when the new token says the same", () => {
    expect(kinds(full, structuredClone(full))).toEqual(descriptionPaths.map((path) => `${path} exact`));
    expect(reportDescriptions(full, full, frank)[0]).toEqual({
      path: "participant.name",
      kind: "exact",
      effect: "same",
      from: "set",
      to: "set",
      reason: "Kept.",
    });
  });

  it("are kept where a language stands in another case, and a name is not", () => {
    const inCapitals: Grant = { ...bare, participant: { name: "ANN" }, client: { language: "DE" } };
    const inSmall: Grant = { ...bare, participant: { name: "ann" }, client: { language: "de" } };
    expect(kinds(inCapitals, inSmall)).toEqual(["participant.name dropped", "client.language exact"]);
    expect(kinds(inCapitals, bare)).toContain("client.language dropped");
  });

  it("are dropped where there is no place, and moved where there is one outside the token", () => {
    const entries = reportDescriptions(full, bare, frank);
    expect(entries.map(({ path, kind }) => `${path} ${kind}`)).toEqual(
      descriptionPaths.map((path) => `${path} ${path === "start.camera" ? "moved" : "dropped"}`),
    );
    expect(entries.find(({ path }) => path === "start.camera")).toEqual({
      path: "start.camera",
      kind: "moved",
      effect: "elsewhere",
      from: "set",
      to: "outside the token",
      reason: "A Frank token cannot carry it; it goes to the client.",
      remedy: { vendor: "frank", where: "client", setting: "camera" },
    });
    expect(entries[0]).toMatchObject({ from: "set", to: "absent", reason: "A Frank token has no place for it." });
  });

  it("that were changed are not kept", () => {
    expect(kinds(full, { ...full, participant: { ...full.participant, name: "An" } })).toContain(
      "participant.name dropped",
    );
  });

  it("that were never there are not mentioned, nor are those that are new", () => {
    expect(kinds(bare, full)).toEqual([]);
  });

  it("are shown to nobody: values stay out of the report", () => {
    const text = JSON.stringify([...reportDescriptions(full, bare, frank), ...reportDescriptions(full, full, frank)]);
    expect(text).not.toMatch(/Ann|example\.org/);
  });
});

describe("metadata", () => {
  const outcome = (before: unknown, after: unknown): string | undefined =>
    kinds({ ...bare, participant: { metadata: before } }, { ...bare, participant: { metadata: after } })[0];

  it("is the same as its JSON text, either way", () => {
    expect(outcome({ a: [1, 2] }, '{"a":[1,2]}')).toBe("participant.metadata exact");
    expect(outcome('{"a":[1,2]}', { a: [1, 2] })).toBe("participant.metadata exact");
    expect(outcome(null, "null")).toBe("participant.metadata exact");
    expect(outcome({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe("participant.metadata exact");
  });

  it("is not the same as other text", () => {
    expect(outcome({ a: 1 }, '{"a":2}')).toBe("participant.metadata dropped");
    expect(outcome('{"a":1}', { a: 2 })).toBe("participant.metadata dropped");
    expect(outcome(1, "1")).toBe("participant.metadata dropped");
    expect(outcome("a", "b")).toBe("participant.metadata dropped");
    expect(outcome("1", 1)).toBe("participant.metadata dropped");
  });
});
