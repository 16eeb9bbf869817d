import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { runCase } from "../run/run-case.js";
import { completeSubject } from "../subject/complete-subject.js";
import type { Subject, VerifyContext } from "../subject/subject.js";
import type { Case } from "./case.js";
import { secretCases } from "./secret-cases.js";
import { vectorCases } from "./vector-cases.js";

const reference = completeSubject({ adapter: referenceAdapter });

function casesOf(subject: Subject, ...ids: readonly string[]): readonly Case[] {
  const all = secretCases(subject, vectorCases(subject));
  return ids.map((id) => all.find((one) => one.id === id)).filter((one) => one !== undefined);
}

class Refusal extends Error {
  readonly code = "token.expired";
}

/** The reference subject, with every refusal of a token told in other words. */
function telling(message: (token: unknown, context: VerifyContext) => string): Subject {
  return {
    ...reference,
    verify: async (token, context) => {
      try {
        return await (reference.verify as NonNullable<Subject["verify"]>)(token, context);
      } catch {
        throw new Refusal(message(token, context));
      }
    },
  };
}

const ids = ["core.secrets.verify.form.padding", "core.secrets.time.exp-equals-now"] as const;

async function leaksOf(subject: Subject): Promise<unknown[]> {
  const cases = casesOf(subject, ...ids);
  expect(cases.map(({ id }) => id)).toEqual(ids);
  const results = await Promise.all(cases.map((one) => runCase(one, subject)));
  return results.map(({ outcome, actual }) => (outcome === "pass" ? "pass" : (actual as { leaks: unknown }).leaks));
}

describe("the cases of secrets", () => {
  it("are all refusals of a token, and of a grant that is issued", () => {
    const cases = secretCases(reference, vectorCases(reference));
    expect(cases.every(({ id }) => id.startsWith("core.secrets."))).toBe(true);
    expect(cases.every(({ vector }) => vector?.expect.outcome === "error")).toBe(true);
    const ops = new Set(cases.map(({ vector }) => vector?.input.op));
    expect([...ops].sort()).toEqual(["encode-example", "verify"]);
  });

  it("pass where nothing is shown", async () => {
    expect(await leaksOf(reference)).toEqual(["pass", "pass"]);
  });

  it("find a key in a refusal", async () => {
    expect(await leaksOf(telling((_, { secrets }) => `Not signed with ${secrets[0]}.`))).toEqual([["key"], ["key"]]);
  });

  it("find the token in a refusal", async () => {
    expect(await leaksOf(telling((token) => `Cannot take ${token}.`))).toEqual([["token"], ["token"]]);
  });

  it("find the value of a claim in a refusal", async () => {
    const decoded = (token: unknown) => Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString();
    expect(await leaksOf(telling((token) => `Cannot take ${decoded(token)}.`))).toEqual([["claim"], ["claim"]]);
  });

  it("fail where nothing is refused", async () => {
    const credulous: Subject = { ...reference, verify: async () => ({ grant: {} as never }) };
    const [one] = casesOf(credulous, ids[0]);
    const { outcome } = await runCase(one as Case, credulous);
    expect(outcome).toBe("fail");
  });

  it("sign with keys that no other case has", () => {
    const [one] = casesOf(reference, ids[0]);
    const texts = Object.values(one?.vector?.keys ?? {}).filter((text) => text.startsWith("TEST-ONLY-"));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every((text) => text.includes("q7Zr3VbX9"))).toBe(true);
  });
});
