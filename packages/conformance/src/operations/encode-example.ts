import type { GrantPath } from "@roompass/core/adapter";
import type { Observation } from "../cases/case.js";
import { refusalOf, textOfError } from "../run/refusal.js";
import type { IssueContext, Subject } from "../subject/subject.js";
import { decodeJson } from "../tokens/base64url.js";
import { exampleGrant, exampleTenant } from "../tokens/example-claims.js";
import { keyText, requiredClaim } from "../tokens/recipe.js";
import { plain } from "../vectors/freeze.js";
import type { Expected, ExpectedAcceptance, ExpectedRefusal, Json, VectorTest } from "../vectors/vector.js";

/** The value of a member, wherever in the body of a request the vendor has it. */
function findMember(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (Object.hasOwn(value, name)) return (value as Json)[name];
  return Object.values(value)
    .map((member) => findMember(member, name))
    .find((found) => found !== undefined);
}

/** Reads what was written for a neutral path. */
type Reader = (path: string) => unknown;

async function issued(subject: Subject, grant: Json, context: IssueContext): Promise<Reader> {
  const { adapter, issue, plan } = subject;
  if (issue !== undefined) {
    const { token } = await issue(grant, context);
    const claims = decodeJson(token.split(".")[1]);
    return (path) =>
      requiredClaim(adapter, path).reduce<unknown>((value, name) => (value as Json | undefined)?.[name], claims);
  }
  if (plan === undefined) throw new Error("The subject has neither `issue` nor `plan`.");
  const { body } = plain(await plan(grant, context)) as { readonly body?: unknown };
  return (path) => findMember(body, adapter.capabilities[path as GrantPath].property ?? path);
}

function refused(error: unknown, { secret }: IssueContext, expect: Expected): Observation {
  const seen = refusalOf(error);
  if (seen === undefined) throw error;
  const { phase, anyOf, path } = expect as Partial<ExpectedRefusal>;
  const isExpected = anyOf?.includes(seen.code) === true;
  const actual = {
    outcome: "error",
    ...(isExpected ? { phase, anyOf } : { anyOf: [seen.code] }),
    ...(path === undefined ? {} : { path: seen.path }),
    showsSecret: textOfError(error).includes(secret),
  };
  return { expected: { ...expect, showsSecret: false }, actual, code: seen.code };
}

/**
 * `encode-example`: the example grant with the vector's changes, issued for the example's account. A subject that signs
 * signs; one that does not is asked for its request.
 */
export async function observeEncodeExample(subject: Subject, test: VectorTest): Promise<Observation> {
  const { expect, input } = test;
  const grant = exampleGrant(subject, input.now, input.grant, input.grantWithout);
  const context = {
    tenant: input.tenant ?? exampleTenant(subject),
    secret: keyText(test, input.key),
    now: input.now,
  };
  try {
    const read = await issued(subject, grant, context);
    const { paths } = expect as ExpectedAcceptance;
    const written = Object.fromEntries(Object.keys(paths ?? {}).map((path) => [path, read(path)]));
    return { expected: expect, actual: { outcome: "ok", ...(paths === undefined ? {} : { paths: written }) } };
  } catch (error) {
    return refused(error, context, expect);
  }
}
