import { describe, expect, it } from "vitest";
import { runSuite } from "../run/run-suite.js";
import { madeCase, madeSubject } from "../testing/made-cases.js";
import { madeProgram } from "../testing/made-program.js";
import { listed } from "./listed.js";

describe("listing the cases of a program", () => {
  it("takes a breakdown for a failing case of its kind, and goes on", async () => {
    const subject = await madeProgram();
    const cases = [
      ...listed(subject, "translate", () => [madeCase(subject.adapter.normalizeRoom("crash"))]),
      ...listed(subject, "widening", () => [madeCase(`core.${subject.adapter.normalizeRoom("fine")}`)]),
    ];
    expect(cases.map(({ id }) => id)).toEqual(["core.translate.listing", "core.fine"]);
    const { results } = await runSuite(subject, { casesOf: () => cases });
    expect(results.map(({ outcome }) => outcome)).toEqual(["error", "pass"]);
  });

  it("sees a breakdown that was passed over", async () => {
    const subject = await madeProgram();
    const cases = listed(subject, "translate", () => {
      expect(() => subject.adapter.normalizeRoom("garbage")).toThrow("no JSON");
      return [madeCase("core.translate.rest")];
    });
    expect(cases.map(({ id }) => id)).toEqual(["core.translate.rest", "core.translate.listing"]);
  });

  it("takes answers that are no tokens for a failing case as well", async () => {
    const subject = await madeProgram();
    const cases = listed(subject, "translate", () => {
      throw new TypeError("x is undefined");
    });
    const { results } = await runSuite(subject, { casesOf: () => cases });
    expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(["core.translate.listing error"]);
  });

  it("takes what an adapter throws for a failing case, too", async () => {
    const cases = [
      ...listed(madeSubject, "translate", () => {
        throw new TypeError("x is undefined");
      }),
      ...listed(madeSubject, "widening", () => [madeCase("core.fine")]),
    ];
    const { results } = await runSuite(madeSubject, { casesOf: () => cases });
    expect(results.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      "core.translate.listing error",
      "core.fine pass",
    ]);
  });

  it("ends where the program cannot be started any more", async () => {
    const subject = await madeProgram({ restarts: 0 });
    expect(() => subject.adapter.normalizeRoom("crash")).toThrow("exit code 3");
    expect(subject.program?.takeIncident()?.isFinal).toBe(false);
    expect(() => listed(subject, "translate", () => [madeCase(subject.adapter.normalizeRoom("fine"))])).toThrow(
      "broke down more than 0 times",
    );
  });

  it("is no way out for a program that refuses everything", async () => {
    const subject = await madeProgram();
    const { results } = await runSuite(subject, { filter: { category: "verify" } });
    expect(results.length).toBeGreaterThan(100);
    expect(results.filter(({ outcome }) => outcome === "pass")).toEqual([]);
  });
});
