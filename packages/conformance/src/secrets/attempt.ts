import { verifyContextOf } from "../operations/verify.js";
import type { Subject } from "../subject/subject.js";
import { exampleGrant, exampleTenant } from "../tokens/example-claims.js";
import { keyText, tokenOf } from "../tokens/recipe.js";
import type { VectorTest } from "../vectors/vector.js";

/** What a subject threw, and what it must not show of. */
export interface Attempt {
  /** Undefined where nothing was thrown. */
  readonly error: unknown;
  readonly keys: readonly string[];
  readonly token?: unknown;
}

async function thrownBy(run: () => unknown): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Runs a vector's operation and keeps what was thrown, instead of comparing it. */
export async function attempt(subject: Subject, test: VectorTest): Promise<Attempt> {
  const { input } = test;
  if (input.op === "verify") {
    const token = tokenOf(subject, test);
    const context = verifyContextOf(subject, test);
    const keys = [...context.secrets, ...(input.key === undefined ? [] : [keyText(test, input.key)])];
    return { error: await thrownBy(() => subject.verify?.(token, context)), keys, token };
  }
  const secret = keyText(test, input.key);
  const isExample = input.op === "encode-example";
  const grant = isExample ? exampleGrant(subject, input.now, input.grant, input.grantWithout) : input.grant;
  const context = { tenant: input.tenant ?? exampleTenant(subject), secret, now: input.now };
  const asks = input.method === "request" || (isExample && subject.issue === undefined);
  const run = () => (asks ? subject.plan?.(grant, context) : subject.issue?.(grant, context));
  return { error: await thrownBy(run), keys: [secret] };
}
