// Issues a token or plans a request for a grant, and puts what came out beside what is expected. The token is read and its
// signature checked with node:crypto alone, so that core does not vouch for itself.
import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { errorCodes, RoompassError } from "@roompass/core";
import { type GoldenCredentials, type GoldenResult, type GoldenSubject, plain } from "./golden-subject.ts";
import type { ExpectedRefusal, ExpectedRequest, ExpectedToken, Json, VectorInput } from "./vector-file.ts";

type Expected = ExpectedToken | ExpectedRequest | ExpectedRefusal;

function readPart(part: string | undefined): unknown {
  return JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));
}

function isSigned(token: string, secret: string): boolean {
  const end = token.lastIndexOf(".");
  const signature = createHmac("sha256", secret).update(token.slice(0, end)).digest("base64url");
  return token.slice(end + 1) === signature;
}

const inOrder = (report: ExpectedToken["report"]): string[] =>
  (report ?? []).map(({ path, kind }) => `${path} ${kind}`).sort();

async function observeToken(
  subject: GoldenSubject,
  input: VectorInput,
  credentials: GoldenCredentials,
  expected: Partial<ExpectedToken>,
): Promise<Json> {
  if (subject.sign === undefined) throw new Error("This vendor's tokens are not signed here.");
  const { token, properties, report } = await subject.sign(input.grant, credentials);
  const [header, claims] = token.split(".");
  return {
    outcome: "ok",
    isSigned: isSigned(token, credentials.secret),
    header: readPart(header),
    claims: readPart(claims),
    ...(expected.properties === undefined ? {} : { properties: plain(properties) }),
    ...(expected.canonical === undefined ? {} : { token }),
    ...(expected.report === undefined ? {} : { report: inOrder(report) }),
  };
}

/** Header names are compared in lower case; the headers that every request has are not. */
function comparedRequest(plan: Json): Json {
  const { method, url, body, secret } = plain(plan) as Record<string, Json>;
  const name = (secret as Json | undefined)?.["name"];
  const place =
    typeof name === "string" && secret?.["in"] === "header" ? { ...secret, name: name.toLowerCase() } : secret;
  return { method, url, body, secret: place };
}

function observeRequest(subject: GoldenSubject, input: VectorInput, credentials: GoldenCredentials): Json {
  if (subject.plan === undefined) throw new Error("This vendor does not mint tokens by request.");
  const plan = subject.plan(input.grant, credentials) as Json;
  const showsSecret = `${JSON.stringify(plan)}${inspect(plan, { depth: 9 })}`.includes(credentials.secret);
  return { outcome: "ok", showsSecret, request: comparedRequest(plan) };
}

/** The code is shown as the expected list when it is one of it: any of them will do. */
function observeRefusal(error: unknown, credentials: GoldenCredentials, expected: Partial<ExpectedRefusal>): Json {
  if (!RoompassError.isInstance(error)) throw error;
  const { code, path } = error;
  const text = `${error.message}${String(error)}${JSON.stringify(error)}${inspect(error, { depth: 9 })}`;
  return {
    outcome: "error",
    phase: errorCodes[code].phase,
    anyOf: expected.anyOf?.includes(code) === true ? expected.anyOf : [code],
    path,
    showsSecret: text.includes(credentials.secret),
  };
}

async function observe(
  subject: GoldenSubject,
  input: VectorInput,
  credentials: GoldenCredentials,
  expected: Expected,
): Promise<Json> {
  try {
    return input.method === "request"
      ? observeRequest(subject, input, credentials)
      : await observeToken(subject, input, credentials, expected as Partial<ExpectedToken>);
  } catch (error) {
    return observeRefusal(error, credentials, expected as Partial<ExpectedRefusal>);
  }
}

function wantedOf(expected: Expected): Json {
  if (expected.outcome === "error") return { ...expected, showsSecret: false };
  if ("request" in expected) return { ...expected, showsSecret: false };
  const { canonical: _, ...rest } = expected;
  return {
    ...rest,
    isSigned: true,
    header: expected.header ?? { alg: "HS256", typ: "JWT" },
    ...(expected.report === undefined ? {} : { report: inOrder(expected.report) }),
  };
}

export async function runEncode(
  subject: GoldenSubject,
  input: VectorInput,
  secret: string,
  expected: Expected,
): Promise<GoldenResult> {
  const credentials = { tenant: input.tenant ?? "", secret, now: input.now };
  const first = await observe(subject, input, credentials, expected);
  const second = await observe(subject, input, credentials, expected);
  const wanted = wantedOf(expected);
  return { expected: { first: wanted, second: wanted }, actual: { first, second } };
}
