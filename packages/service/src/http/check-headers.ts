import type { RequestHead } from "../contract/token-service.js";
import { ServiceError } from "../errors/service-error.js";

/** The headers that are looked at. Everything else may be what it likes. */
const looked = [
  "authorization",
  "content-type",
  "content-encoding",
  "content-length",
  "idempotency-key",
  "origin",
  "access-control-request-method",
] as const;

/** @throws ServiceError `http.header-too-large`. */
export function checkHeaderSizes(head: RequestHead, most: number): void {
  for (const name of looked) {
    if ((head.header(name)?.length ?? 0) > most) throw new ServiceError("http.header-too-large", { path: name });
  }
}

/** `application/json`, alone or with the only charset that JSON has. */
const json = /^application\/json[ \t]*(?:;[ \t]*charset[ \t]*=[ \t]*(?:utf-8|"utf-8")[ \t]*)?$/i;

/**
 * What a request with a body has to say of it before it is read.
 *
 * @throws ServiceError `http.unsupported-media-type`, `http.body-too-large` or `http.bad-request`.
 */
export function checkBodyHeaders(head: RequestHead, maxBytes: number): void {
  const encoding = head.header("content-encoding");
  const isPlain = encoding === undefined || encoding.trim().toLowerCase() === "identity";
  if (!isPlain || !json.test(head.header("content-type") ?? "")) throw new ServiceError("http.unsupported-media-type");
  const length = head.header("content-length");
  if (length === undefined) return;
  if (!/^\d{1,15}$/.test(length)) throw new ServiceError("http.bad-request", { path: "content-length" });
  if (Number(length) > maxBytes) throw new ServiceError("http.body-too-large");
}

/** A key of 1 to 255 visible characters; the quotes of a structured string are part of it. @throws `http.bad-request`. */
export function readIdempotencyKey(head: RequestHead): string | undefined {
  const key = head.header("idempotency-key");
  if (key === undefined || /^[\x21-\x7e]{1,255}$/.test(key)) return key;
  throw new ServiceError("http.bad-request", { path: "idempotency-key" });
}
