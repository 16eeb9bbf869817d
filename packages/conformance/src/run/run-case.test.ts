import { describe, expect, it } from "vitest";
import type { Observation } from "../cases/case.js";
import { referenceAdapter } from "../reference/adapter.js";
import { broken, holds, madeCase, madeSubject } from "../testing/made-cases.js";
import { plain } from "../vectors/freeze.js";
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

  it("is an error also when what is thrown cannot be looked at", async () => {
    const error = new Proxy(
      {},
      {
        get: throwing(new Error(secret)),
        getPrototypeOf: throwing(new Error(secret)),
      },
    );
    const result = await runCase(madeCase("core.a", { seen: throwing(error) }), madeSubject);
    expect(result).toMatchObject({ outcome: "error", note: "threw something that cannot be looked at" });
  });

  it("is an error when something fails beside the call", async () => {
    const others = process.listeners("unhandledRejection");
    process.removeAllListeners("unhandledRejection");
    try {
      const seen = () => {
        void Promise.reject(new TypeError(secret));
        return holds;
      };
      const result = await runCase(madeCase("core.a", { seen }), madeSubject);
      expect(result.outcome).toBe("error");
      expect(result.note).toMatch(/^left something behind that threw TypeError/);
      expect(result.note).not.toContain(secret);
      expect(process.listeners("unhandledRejection")).toEqual([]);
    } finally {
      for (const other of others) process.on("unhandledRejection", other);
    }
  });

  it("says what made an answer no plain data", async () => {
    const seen = () => ({ expected: {}, actual: plain({ toJSON: () => ({}) }) });
    const result = await runCase(madeCase("core.a", { seen }), madeSubject);
    expect(result).toMatchObject({ outcome: "error", note: "an answer is no plain data: it has `toJSON`" });
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

  it("ends when what is not offered is asked for, and nothing comes", async () => {
    const capabilities = { ...referenceAdapter.capabilities, "rights.record": { carried: "none" } };
    const subject = {
      adapter: { ...referenceAdapter, capabilities } as never,
      issue: () => new Promise<never>(() => {}),
    };
    const one = madeCase("core.a", { requires: ["rights.record"] });
    const result = await runCase(one, subject, { timeoutMilliseconds: 1 });
    expect(result).toMatchObject({ outcome: "timeout", note: expect.stringContaining("rights.record is not offered") });
  });

  it("takes its time from the clock that it is given", async () => {
    let time = 0;
    const clock = () => (time += 5);
    expect((await runCase(madeCase("core.a", { seen: holds }), madeSubject, { clock })).durationMilliseconds).toBe(5);
  });
});
