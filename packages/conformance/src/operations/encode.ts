import { inspect } from "node:util";
import type { Observation } from "../cases/case.js";
import { refusalOf, textOfError } from "../run/refusal.js";
import type { IssueContext, IssuedToken, Subject } from "../subject/subject.js";
import { decodeJson } from "../tokens/base64url.js";
import { isSignedWith } from "../tokens/signature.js";
import { plain } from "../vectors/freeze.js";
import type {
  Expected,
  ExpectedRefusal,
  ExpectedRequest,
  ExpectedToken,
  Json,
  VectorInput,
  VectorTest,
} from "../vectors/vector.js";

const inOrder = (report: IssuedToken["report"]): string[] =>
  (report ?? []).map(({ path, kind }) => `${path} ${kind}`).sort();

async function observeToken(subject: Subject, input: VectorInput, context: IssueContext, expected: Expected) {
  const wanted = expected as Partial<ExpectedToken>;
  if (subject.issue === undefined) throw new Error("The subject has no `issue`.");
  const { token, properties, report } = await subject.issue(input.grant, context);
  const [header, claims] = token.split(".");
  return {
    outcome: "ok",
    isSigned: isSignedWith(token, context.secret),
    header: decodeJson(header),
    claims: decodeJson(claims),
    // A subject that does not tell its properties or its report is not asked for them.
    ...(wanted.properties === undefined ? {} : { properties: plain(properties ?? wanted.properties) }),
    ...(wanted.canonical === undefined ? {} : { token }),
    ...(wanted.report === undefined ? {} : { report: inOrder(report ?? wanted.report) }),
  };
}

/** Header names are compared in lower case; the headers that every request has are not. */
function comparedRequest(plan: unknown): Json {
  const { method, url, body, secret } = plain(plan) as Record<string, Json>;
  const name = secret?.["name"];
  const place =
    typeof name === "string" && secret?.["in"] === "header" ? { ...secret, name: name.toLowerCase() } : secret;
  return { method, url, body, secret: place };
}

async function observeRequest(subject: Subject, input: VectorInput, context: IssueContext): Promise<Json> {
  if (subject.plan === undefined) throw new Error("The subject has no `plan`.");
  const plan = await subject.plan(input.grant, context);
  const showsSecret = `${JSON.stringify(plan)}${inspect(plan, { depth: 9 })}`.includes(context.secret);
  return { outcome: "ok", showsSecret, request: comparedRequest(plan) };
}

function wantedOf(expect: Expected): Json {
  if (expect.outcome === "error") return { ...expect, showsSecret: false };
  if ("request" in (expect as Partial<ExpectedRequest>)) return { ...expect, showsSecret: false };
  const { canonical: _, ...expected } = expect as unknown as ExpectedToken;
  return {
    ...expected,
    isSigned: true,
    header: expected.header ?? { alg: "HS256", typ: "JWT" },
    ...(expected.report === undefined ? {} : { report: inOrder(expected.report) }),
  };
}

/** The code is shown as the expected list when it is one of it: any of them will do. The phase is that of the code. */
function observedRefusal(error: unknown, { secret }: IssueContext, expect: Expected): Observation {
  const seen = refusalOf(error);
  if (seen === undefined) throw error;
  const { phase, anyOf, path } = expect as Partial<ExpectedRefusal>;
  const isExpected = anyOf?.includes(seen.code) === true;
  const actual = {
    outcome: "error",
    ...(isExpected ? { phase, anyOf } : { anyOf: [seen.code] }),
    ...(path === undefined && isExpected ? {} : { path: seen.path }),
    showsSecret: textOfError(error).includes(secret),
  };
  return { expected: wantedOf(expect), actual, code: seen.code };
}

/** `encode`: a grant, and the token or the request that it becomes, or the refusal. */
export async function observeEncode(subject: Subject, { input, expect, keys }: VectorTest): Promise<Observation> {
  const context = { tenant: input.tenant ?? "", secret: keys[input.key ?? ""] ?? "", now: input.now };
  try {
    const actual =
      input.method === "request"
        ? await observeRequest(subject, input, context)
        : await observeToken(subject, input, context, expect);
    return { expected: wantedOf(expect), actual };
  } catch (error) {
    return observedRefusal(error, context, expect);
  }
}
