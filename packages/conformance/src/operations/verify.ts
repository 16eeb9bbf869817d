import type { Observation } from "../cases/case.js";
import { ofAnotherProcess, withinBudget } from "../run/budget.js";
import { refusalOf } from "../run/refusal.js";
import type { Subject, VerifyContext, VerifyExpectations } from "../subject/subject.js";
import { exampleGrant, exampleTenant } from "../tokens/example-claims.js";
import { keyText, tokenOf } from "../tokens/recipe.js";
import { plain } from "../vectors/freeze.js";
import type { Expected, ExpectedAcceptance, ExpectedRefusal, Json, VectorTest } from "../vectors/vector.js";
import { isGrantOf } from "./verified-grant.js";

const memberAt = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], value);

/** Expectations as they stand, but for `{ "$example": "room" }`, which stands for the example grant's own value. */
function expectationsOf(subject: Subject, { input }: VectorTest): VerifyExpectations {
  const grant = exampleGrant(subject, input.now);
  const entries = Object.entries(input.expectations ?? {}).map(([name, value]) => {
    const path = (value as { readonly $example?: string } | null)?.$example;
    return [name, path === undefined ? value : memberAt(grant, path)];
  });
  return Object.fromEntries(entries) as VerifyExpectations;
}

/** What a verification is asked with: the keys and the expectations of the vector. */
export function verifyContextOf(subject: Subject, test: VectorTest): VerifyContext {
  const { input } = test;
  return {
    tenant: input.tenant ?? exampleTenant(subject),
    secrets: (input.keys ?? [input.key ?? ""]).map((id) => keyText(test, id)),
    now: input.now,
    expectations: expectationsOf(subject, test),
  };
}

/** What the vector speaks of in what was accepted. */
function accepted(grant: Json, expect: Expected): Json {
  const { grant: wanted, expires } = expect as ExpectedAcceptance;
  return {
    outcome: "ok",
    ...(wanted === undefined
      ? {}
      : { grant: Object.fromEntries(Object.keys(wanted).map((path) => [path, memberAt(grant, path)])) }),
    ...(expires === undefined ? {} : { expires: typeof grant["expiresAt"] === "number" }),
  };
}

/** What came of a verification: what is compared, and beside it what was granted or the code of the refusal. */
interface Seen {
  readonly told: Json;
  readonly grant?: Json;
  readonly code?: string;
}

function refused(error: unknown, expect: Expected): Seen {
  const seen = refusalOf(error);
  if (seen === undefined) throw error;
  const { phase, anyOf, path } = expect as Partial<ExpectedRefusal>;
  const isExpected = anyOf?.includes(seen.code) === true;
  const told = {
    outcome: "error",
    ...(isExpected ? { phase, anyOf } : { anyOf: [seen.code] }),
    ...(path === undefined ? {} : { path: seen.path }),
  };
  return { told, code: seen.code };
}

/** `verify`: a token made of the example grant with one change, accepted or refused. */
export async function observeVerify(subject: Subject, test: VectorTest): Promise<Observation> {
  const { verify } = subject;
  if (verify === undefined) throw new Error("The subject has no `verify`.");
  const { expect, input } = test;
  const token = tokenOf(subject, test);
  const context = verifyContextOf(subject, test);
  const { result, isWithinBudget } = await withinBudget(
    input.budgetMilliseconds,
    async (): Promise<Seen> => {
      try {
        const grant = plain((await verify(token, context)).grant) as Json;
        return { told: accepted(grant, expect), grant };
      } catch (error) {
        return refused(error, expect);
      }
    },
    subject.program === undefined ? undefined : ofAnotherProcess,
  );
  const { told, code, grant } = result;
  // Whatever the vector speaks of, an accepted token grants what it says and nothing else.
  const isOther = expect.outcome === "ok" && grant !== undefined && !isGrantOf(subject.adapter, token, grant);
  const [expected, actual] = isOther
    ? [
        { ...expect, isGrantOfToken: true },
        { ...told, isGrantOfToken: false },
      ]
    : [expect, told];
  return {
    expected: isWithinBudget === undefined ? expected : { ...expected, isWithinBudget: true },
    actual: isWithinBudget === undefined ? actual : { ...actual, isWithinBudget },
    ...(code === undefined ? {} : { code }),
  };
}
