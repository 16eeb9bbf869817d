import type { GrantPath } from "@roompass/core/adapter";
import { unnamedClaims } from "../moves/unnamed-claims.js";
import { descriptionPaths, exampleValues } from "../subject/example-values.js";
import { generatedNow } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { askedFor } from "./refusal-of-value.js";

/** An operation that is not offered is not there; a stub that answers would be taken for the real thing. */
function operationProblem({ issue, plan, adapter }: Subject, name: string): string | undefined {
  if (name === "issue.jwt" && issue !== undefined) return "`issue` is there, while `issuance` has no `sign`";
  if (name === "issue.api" && plan !== undefined) return "`plan` is there, while `issuance` has no `request`";
  if (name === "verify" && adapter.verification.length === 0) return "`verification` is empty";
  return undefined;
}

const remembered = new WeakMap<Subject, Map<string, string | undefined>>();

async function examine(subject: Subject, name: string): Promise<string | undefined> {
  const path = grantPaths.find((known) => known === name);
  if (name.startsWith("claim.")) {
    const isUnnamed = unnamedClaims(subject, generatedNow).some((unnamed) => name === `claim.${unnamed}`);
    return isUnnamed ? "tokens hold it in a claim that the table does not name" : undefined;
  }
  if (path === undefined) return operationProblem(subject, name);
  if (subject.issue === undefined && subject.plan === undefined) return undefined;
  for (const { name: said, value } of exampleValues(path, generatedNow)) {
    const outcome = await askedFor(subject, path as GrantPath, value, generatedNow);
    if (outcome !== (descriptionPaths.has(path) ? "reported" : "refused")) return `${said} is ${outcome}`;
  }
  return undefined;
}

/** What a subject does wrong when asked for something that it does not offer; undefined where it refuses as it has to. */
export async function refuses(subject: Subject, name: string): Promise<string | undefined> {
  const known = remembered.get(subject) ?? new Map<string, string | undefined>();
  remembered.set(subject, known);
  if (!known.has(name)) known.set(name, await examine(subject, name));
  return known.get(name);
}
