import type { Vendor } from "../../src/index.js";
import { jwt, secret } from "./account.js";

/** What the server says by itself where there is no request, or none for it. */
const bare = new Set([400, 405, 408, 413, 417, 421, 431]);

const dailyWords = [
  ...["authentication-error", "authorization-header-error", "invalid-request-error", "json-parsing-error"],
  ...["not-found", "rate-limit-error", "server-error"],
];
const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
type Body = Readonly<Record<string, unknown>>;
const onlyHas = (body: Body, ...names: readonly string[]) => Object.keys(body).every((name) => names.includes(name));

/** Whether a refusal looks as the vendor's do. */
const forms: Readonly<Record<Vendor, (body: Body, status: number) => boolean>> = {
  daily: (body) =>
    dailyWords.includes(String(body["error"])) &&
    (body["info"] === undefined || isText(body["info"])) &&
    onlyHas(body, "error", "info"),
  metered: (body) =>
    body["success"] === false && isText(body["message"]) && onlyHas(body, "success", "message", "error"),
  videosdk: (body, status) =>
    isText(body["error"]) &&
    (body["statusCode"] === status || typeof body["code"] === "number") &&
    onlyHas(body, "error", "statusCode", "code"),
};
const isOwnForm = (body: Body) => isText(body["code"]) && isText(body["message"]) && onlyHas(body, "code", "message");

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

export function parse(text: string): Answer {
  const [head = "", ...rest] = text.split("\r\n\r\n").filter((part) => !part.startsWith("HTTP/1.1 100"));
  const body = rest
    .join("\r\n\r\n")
    .replace(/(?:^|\r\n)[0-9a-f]+\r\n/g, "")
    .trim();
  const type = /\r\ncontent-type: ([^\r]*)/i.exec(head)?.[1] ?? "";
  return { status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1]), type, body };
}

/** What has to be known of a request to judge its answer. */
interface Sent {
  readonly hasKey: boolean;
  readonly isHead: boolean;
}

/** What is wrong with an answer; nothing, if all is well. */
export function problemOf(vendor: Vendor, text: string, { hasKey, isHead }: Sent): string | undefined {
  if (text.includes(secret) || text.includes(jwt)) return "a secret";
  const { status, type, body } = parse(text);
  if (!(status >= 200 && status < 500)) return `status ${status}`;
  if (body === "") return bare.has(status) || isHead ? undefined : `nothing but ${status}`;
  if (!type.startsWith("application/json")) return `type ${type}`;
  if (status < 300) return !hasKey && /"token":"eyJ/.test(body) ? "a token" : undefined;
  const parsed = JSON.parse(body) as Body;
  return forms[vendor](parsed, status) || isOwnForm(parsed) ? undefined : `form ${body}`;
}
