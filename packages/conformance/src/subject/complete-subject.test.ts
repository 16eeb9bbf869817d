import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { completeSubject } from "./complete-subject.js";
import type { Subject } from "./subject.js";

const now = 1_800_000_000;
const account = { tenant: "acme", secret: "TEST-ONLY-completed-subject-key-abcdef", now };
const grant = { room: "2kyv-gzay-64pg", participant: { id: "u-1" }, expiresAt: now + 600 };
const checked = { tenant: "acme", secrets: [account.secret], now, expectations: {} };

const withAdapter = (changes: object): Subject => ({ adapter: { ...referenceAdapter, ...changes } as never });

describe("an adapter alone", () => {
  const { issue, verify } = completeSubject({ adapter: referenceAdapter });

  it("issues and verifies with what core makes of it", async () => {
    const token = (await issue?.(grant, account))?.token;
    expect(token?.split(".")).toHaveLength(3);
    expect((await verify?.(token, checked))?.grant).toMatchObject({ participant: { id: "u-1" } });
  });

  it("verifies no other key, and nothing that is no text", async () => {
    const token = (await issue?.(grant, account))?.token;
    const other = { ...checked, secrets: ["TEST-ONLY-another-key-that-is-not-it-xyz"] };
    await expect(verify?.(token, other)).rejects.toMatchObject({ code: "signature.mismatch" });
    await expect((async () => verify?.(5, checked))()).rejects.toMatchObject({ code: "token.not-a-string" });
  });
});

describe("a subject", () => {
  it("keeps the operations that it brings", () => {
    const issue = () => ({ token: "x" });
    const verify = () => ({ grant: {} as never });
    expect(completeSubject({ adapter: referenceAdapter, issue, verify })).toMatchObject({ issue, verify });
  });

  it("is given nothing that its adapter does not claim", () => {
    const poor = completeSubject(withAdapter({ issuance: ["request"], verification: ["remote"] }));
    expect(poor.issue).toBeUndefined();
    expect(poor.verify).toBeUndefined();
    expect(poor.plan).toBeUndefined();
  });
});
