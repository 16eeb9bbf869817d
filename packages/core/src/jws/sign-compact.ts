import { base64urlOfText } from "#base64url-text";
import { RoompassError } from "../errors/roompass-error.js";
import { isForbiddenHeaderMember } from "./header-rules.js";
import { type Algorithm, TokenKey } from "./token-key.js";

export interface SignOptions {
  /** Members beside `alg`, all non-empty strings; `typ` replaces `JWT`. */
  readonly header?: Readonly<Record<string, string>>;
}

/**
 * Signs claims as a compact token. The claims are written by `JSON.stringify` as they are: nothing is added, checked
 * or moved. The header is `{"alg":...,"typ":"JWT"}` unless the options say more.
 *
 * @throws RoompassError `grant.invalid` when the claims are not an object that JSON can hold, `adapter.invalid` for a
 * header member that no verifier here would accept, `key.unsuitable` when the key cannot sign.
 */
export async function signCompact(claims: object, key: TokenKey, options: SignOptions = {}): Promise<string> {
  if (!TokenKey.isKey(key)) throw new RoompassError("key.unsuitable", "This is not a key.", { path: "key" });
  const head =
    options.header === undefined ? plainHeader(key.algorithm) : extendedHeader(key.algorithm, options.header);
  return sign(head, writeClaims(claims), key);
}

/** As `signCompact`, with the usual header, for claims that are JSON text already. */
export function signPayload(json: string, key: TokenKey): Promise<string> {
  return sign(plainHeader(key.algorithm), json, key);
}

async function sign(head: string, json: string, key: TokenKey): Promise<string> {
  const signingInput = `${head}.${base64urlOfText(json)}`;
  const signature = key.signText(key.algorithm, signingInput);
  return `${signingInput}.${typeof signature === "string" ? signature : await signature}`;
}

const plainHeaders = /* @__PURE__ */ new Map<Algorithm, string>();

function plainHeader(algorithm: Algorithm): string {
  let part = plainHeaders.get(algorithm);
  if (part === undefined) {
    part = encodeJson({ alg: algorithm, typ: "JWT" });
    plainHeaders.set(algorithm, part);
  }
  return part;
}

function extendedHeader(algorithm: Algorithm, extra: Readonly<Record<string, string>>): string {
  for (const [name, value] of Object.entries(extra)) {
    if (name !== "alg" && !isForbiddenHeaderMember(name) && typeof value === "string" && value !== "") continue;
    throw new RoompassError("adapter.invalid", "A header member is not allowed or is not a non-empty string.", {
      path: `header.${name}`,
    });
  }
  return encodeJson({ alg: algorithm, typ: "JWT", ...extra });
}

function encodeJson(value: object): string {
  return base64urlOfText(JSON.stringify(value));
}

function writeClaims(claims: object): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(claims);
  } catch {
    // A cycle or a BigInt. The reason names members and values, so that it is not passed on.
  }
  if (text === undefined || !text.startsWith("{")) {
    throw new RoompassError("grant.invalid", "The claims are not an object that JSON can hold.", { path: "claims" });
  }
  return text;
}
