import { describe, expect, it } from "vitest";
import type { Observation } from "../cases/case.js";
import { broken, holds, madeCase, madeSubject } from "../testing/made-cases.js";
import { runCase } from "./run-case.js";

const secret = "TEST-ONLY-a-secret-in-a-message";

class CodedError extends Error {
  readonly code: string;
  override readonly name: string;

  constructor(code: string, name: string) {
    super(secret);
    this.code = code;
    this.name = name;
  }
}

const throwing = (error: unknown) => () => {
  throw error;
};

describe("one case", () => {
  it("passes when expected and actual are the same value", async () => {
    const result = await runCase(madeCase("core.a"), madeSubject);
    expect(result).toMatchObject({ id: "core.a", outcome: "pass" });
    expect(result).not.toHaveProperty("expected");
  });

  it("fails with both values otherwise", async () => {
    const result = await runCase(madeCase("core.a", { seen: { ...broken, code: "token.expired" } }), madeSubject);
    expect(result).toMatchObject({ ...broken, outcome: "fail", code: "token.expired" });
  });

  it("is an error when something else is thrown, of which only the kind is told", async () => {
    for (const error of [new TypeError(secret), secret, { message: secret, name: 4 }, null]) {
      const result = await runCase(madeCase("core.a", { seen: throwing(error) }), madeSubject);
      expect(result.outcome).toBe("error");
      expect(JSON.stringify(result)).not.toContain(secret);
    }
    const coded = new CodedError("token.expired", "Error");
    const result = await runCase(madeCase("core.a", { seen: throwing(coded) }), madeSubject);
    expect(result.note).toBe("threw Error (token.expired)");
  });

  it("tells no code that is none: it may hold anything", async () => {
    const coded = new CodedError(`bad ${secret}`, `X${secret} y`);
    const result = await runCase(madeCase("core.a", { seen: throwing(coded) }), madeSubject);
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it("ends when there is no answer in time", async () => {
    const seen = () => new Promise<Observation>(() => {});
    const result = await runCase(madeCase("core.a", { seen }), madeSubject, { timeoutMilliseconds: 1 });
    expect(result).toMatchObject({ outcome: "timeout", note: "no answer within 1 ms" });
  });

  it("does not apply where something is not offered, and is not run then", async () => {
    const one = madeCase("core.a", { requires: ["issue.api"], seen: throwing(new Error("ran")) });
    expect(await runCase(one, madeSubject)).toMatchObject({
      outcome: "not-applicable",
      note: "not offered: issue.api",
    });
  });

  it("fails where something that is not offered is not refused", async () => {
    const one = madeCase("core.a", { requires: ["issue.api"] });
    const result = await runCase(one, { ...madeSubject, plan: () => ({}) });
    expect(result).toMatchObject({ outcome: "fail" });
    expect(result.note).toMatch(/issue\.api is not offered, and yet/);
  });

  it("takes its time from the clock that it is given", async () => {
    let time = 0;
    const clock = () => (time += 5);
    expect((await runCase(madeCase("core.a", { seen: holds }), madeSubject, { clock })).durationMilliseconds).toBe(5);
  });
});
