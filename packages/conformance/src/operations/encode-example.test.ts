import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { completeSubject } from "../subject/complete-subject.js";
import type { Subject } from "../subject/subject.js";
import type { VectorTest } from "../vectors/vector.js";
import { observeEncodeExample } from "./encode-example.js";

const now = 1_800_000_000;
const signing = completeSubject({ adapter: referenceAdapter });

const testOf = (input: object, expect: object): VectorTest =>
  ({
    id: "core.test.encode-example",
    input: { op: "encode-example", key: "signer", now, ...input },
    keys: { signer: "TEST-ONLY-signer-of-this-test-file" },
    expect,
  }) as unknown as VectorTest;

const anHour = testOf({ grant: { expiresIn: "1h" } }, { outcome: "ok", paths: { expiresAt: now + 3600 } });
const noEnd = testOf(
  { grantWithout: ["expiresAt"] },
  { outcome: "error", phase: "grant", anyOf: ["grant.missing"], path: "expiresAt" },
);

/** Asks the vendor instead: the reference vendor's property, somewhere inside the body. */
const { property = "" } = referenceAdapter.capabilities.expiresAt;
const { issue: _, ...rest } = signing;
const planning = (end: number): Subject => ({ ...rest, plan: () => ({ body: { token: { [property]: end } } }) });

class Refusal extends Error {
  readonly code = "grant.missing";
  readonly path = "expiresAt";
}

describe("a grant on its way into a token", () => {
  it("is read in the claims of what was signed", async () => {
    const { actual, expected } = await observeEncodeExample(signing, anHour);
    expect(actual).toEqual(expected);
  });

  it("is read in the body of a request where nothing is signed", async () => {
    const { actual, expected } = await observeEncodeExample(planning(now + 3600), anHour);
    expect(actual).toEqual(expected);
  });

  it("is another where the subject writes another time", async () => {
    const { actual } = await observeEncodeExample(planning((now + 3600) * 1000), anHour);
    expect(actual).toEqual({ outcome: "ok", paths: { expiresAt: (now + 3600) * 1000 } });
  });

  it("is refused without what the vector takes out", async () => {
    const { actual, expected, code } = await observeEncodeExample(signing, noEnd);
    expect(actual).toEqual(expected);
    expect(code).toBe("grant.missing");
  });

  it("is not as expected where the refusal shows the secret", async () => {
    const leaking: Subject = {
      ...rest,
      plan: (_grant, { secret }) => {
        throw new Refusal(`No end for ${secret}.`);
      },
    };
    const { actual, expected } = await observeEncodeExample(leaking, noEnd);
    expect(actual).toEqual({ ...(expected as object), showsSecret: true });
  });
});
