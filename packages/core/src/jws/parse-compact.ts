import { bytesOfBase64url } from "#base64url-text";
import type { Finding } from "../errors/finding.js";
import { describeGiven, isPromise } from "../errors/given.js";
import { readBase64url } from "./base64url.js";
import { checkHeader, type HeaderRules } from "./header-rules.js";
import { ParsedToken } from "./parsed-token.js";
import { type JsonViolation, scanJson } from "./scan-json.js";
import { decodeUtf8, encodeUtf8 } from "./text-bytes.js";
import { formatPath, tokenFinding } from "./token-finding.js";

/** Longest token read unless the caller says otherwise; the largest real meeting tokens have about 4 KB. */
export const defaultMaxBytes = 16384;

export interface ParseOptions {
  /** Longest token read, in bytes; 16384 when left out. Zero refuses everything. */
  readonly maxBytes?: number;
  readonly header: HeaderRules;
}

type JsonObject = Record<string, unknown>;
type PartName = "header" | "claims";

/**
 * Reads a compact token strictly and reports every violation. Never throws, never verifies, never trims: whatever is
 * not exactly one canonical token gets a finding of severity `error`. Goes on behind a violation as far as header and
 * claims can be read, so that a tool can show them.
 */
export function parseCompact(text: unknown, options: ParseOptions): ParsedToken {
  if (typeof text !== "string") {
    const finding = tokenFinding("token.not-a-string", `The token is ${describeGiven(text)}, not a string.`);
    return new ParsedToken([isPromise(text) ? { ...finding, cure: "Write `await` in front of it." } : finding]);
  }
  const maxBytes = options.maxBytes === undefined ? defaultMaxBytes : options.maxBytes;
  // A text never has fewer bytes than characters, and one that passes the alphabet has exactly as many. Written so
  // that a limit which is not a number refuses.
  if (!(text.length <= maxBytes)) {
    return new ParsedToken([tokenFinding("token.too-large", "The token is longer than the limit.")]);
  }
  const findings: Finding[] = [];
  const bytes = readCharacters(text, findings);
  // One more than anything is said about; a text of nothing but dots is not taken apart any further.
  const parts = text.split(".", 6);
  if (parts.length !== 3) {
    findings.push(
      parts.length === 5
        ? tokenFinding("token.not-a-jws", "The token has five parts.")
        : tokenFinding("token.not-three-parts", "The text does not have exactly three parts."),
    );
    if (parts.length === 1 || parts.length > 4) return new ParsedToken(findings, undefined, undefined, { text });
  }
  const [headerPart, claimsPart, signaturePart] = parts as [string, string, string];
  const header = readHeader(headerPart, findings);
  if (header !== undefined) findings.push(...checkHeader(header, options.header));
  const claims = readObject(claimsPart, "claims", findings);
  if (parts.length !== 3) return new ParsedToken(findings, header, claims, { text });
  const signature = readPart(signaturePart, "signature", findings);
  const signingInput = bytes?.subarray(0, text.length - signaturePart.length - 1);
  return new ParsedToken(findings, header, claims, { text, signature, signingInput });
}

// Zero and nothing at all, as for codes beyond ASCII: a foreign character.
const PLAIN = 1;
const PADDING = 2;
const CHARACTER_CLASSES: Uint8Array = /* @__PURE__ */ buildCharacterClasses();

function buildCharacterClasses(): Uint8Array {
  const classes = new Uint8Array(128);
  for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") {
    classes[character.charCodeAt(0)] = PLAIN;
  }
  classes[0x3d] = PADDING;
  return classes;
}

const plainText = /^[\w.-]*$/;

/** The characters as bytes, or `undefined` and a finding when one of them can be in no compact token. */
function readCharacters(text: string, findings: Finding[]): Uint8Array | undefined {
  // What every good token consists of is looked over in one go; where that does not hold, character by character.
  if (plainText.test(text)) return encodeUtf8(text);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = CHARACTER_CLASSES[code];
    // Padding at the end of a part is a matter of canonical form and is reported there.
    if (kind === PLAIN || (kind === PADDING && isPartEnd(text, index + 1))) {
      bytes[index] = code;
      continue;
    }
    findings.push(tokenFinding("token.bad-character", `A foreign character stands at position ${index}.`));
    return undefined;
  }
  return bytes;
}

function isPartEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return index === text.length || code === 0x2e || code === 0x3d;
}

// What nearly every HS256 signer writes. Decoding and scanning it gives exactly the object below.
const USUAL_HEADER = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";

function readHeader(part: string, findings: Finding[]): JsonObject | undefined {
  if (part !== USUAL_HEADER) return readObject(part, "header", findings);
  const header = Object.create(null) as JsonObject;
  header.alg = "HS256";
  header.typ = "JWT";
  return header;
}

function readObject(part: string, name: PartName, findings: Finding[]): JsonObject | undefined {
  // The empty part has a message of its own, and what is not canonical one that says how.
  const bytes = (part === "" ? undefined : bytesOfBase64url(part)) ?? readPart(part, name, findings, true);
  if (bytes === undefined) return undefined;
  const json = decodeUtf8(bytes);
  if (json === undefined) {
    findings.push(tokenFinding("token.not-utf8", `The ${name} part is not valid UTF-8.`, name));
    return undefined;
  }
  const { value, violations } = scanJson(json);
  for (const violation of violations) findings.push(describe(violation, name));
  if (value === undefined) return undefined;
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as JsonObject;
  findings.push(tokenFinding("token.not-an-object", `The ${name} part is not a JSON object.`, name));
  return undefined;
}

/** The bytes of one part. `lenient` parts are returned although a finding was added, as long as they can be read. */
function readPart(part: string, name: string, findings: Finding[], lenient = false): Uint8Array | undefined {
  if (part === "") {
    findings.push(tokenFinding("token.empty-part", `The ${name} part is empty.`, name));
    return undefined;
  }
  const { bytes, fault } = readBase64url(part);
  if (fault === undefined) return bytes;
  // A foreign character has been reported already, and says more.
  if (fault !== "alphabet" || findings[0]?.id !== "token.bad-character") {
    findings.push(tokenFinding("token.not-canonical", `The ${name} part is not canonical base64url (${fault}).`, name));
  }
  return lenient ? bytes : undefined;
}

const VIOLATION_MESSAGES: Readonly<Record<Exclude<JsonViolation["code"], "token.not-json">, string>> = {
  "token.byte-order-mark": "The JSON begins with a byte order mark.",
  "token.duplicate-name": "A name appears twice in one object.",
  "token.forbidden-name": "A member is named `__proto__`.",
  "token.too-deep": "The JSON is nested more than 16 levels deep.",
  "token.too-many-names": "The JSON has more than 256 members.",
  "token.bad-number": "A number cannot be represented exactly.",
};

function describe({ code, path, offset }: JsonViolation, part: PartName): Finding {
  // Where the JSON breaks, the path up to there says little; the offset says where to look.
  return code === "token.not-json"
    ? tokenFinding(code, `The ${part} part stops being valid JSON at character ${offset}.`, part)
    : tokenFinding(code, VIOLATION_MESSAGES[code], formatPath(part, path));
}
