import type { Finding } from "../errors/finding.js";
import { formatPath, tokenFinding } from "./token-finding.js";

/** What the header of one vendor's tokens may say. The rules come from the adapter, never from the token. */
export interface HeaderRules {
  /** Accepted values of `alg`, compared exactly. */
  readonly algorithms: readonly string[];
  /**
   * Accepted values of `typ`, compared in any case and with or without `application/`; one of them must be present.
   * Left out: `typ` is absent or `JWT`.
   */
  readonly types?: readonly string[];
  /** Members allowed beside `alg` and `typ`, for instance `kid` or `cty`. Their values must be non-empty strings. */
  readonly members?: readonly string[];
}

/**
 * Members that change what the token means or where its key comes from. No rule can allow them: nothing here
 * implements them, and ignoring them is how tokens get misread.
 */
const NEVER: ReadonlySet<string> = /* @__PURE__ */ new Set(
  "crit b64 jwk jku x5u x5c x5t x5t#S256 zip enc epk apu apv p2c p2s iv tag".split(" "),
);

/** Whether a header member is one that no token handled here may carry. */
export function isForbiddenHeaderMember(name: string): boolean {
  return NEVER.has(name);
}

/** Checks a decoded header against the rules; every violation is one finding. */
export function checkHeader(header: Readonly<Record<string, unknown>>, rules: HeaderRules): Finding[] {
  const findings: Finding[] = [];
  const { alg, typ } = header;
  if (!rules.algorithms.includes(alg as string)) {
    findings.push(
      tokenFinding("header.algorithm", `The header's \`alg\` is not ${rules.algorithms.join(" or ")}.`, "header.alg"),
    );
  }
  if (!isAcceptedType(typ, "typ" in header, rules.types)) {
    const expected = rules.types === undefined ? "JWT, nor absent" : rules.types.join(" or ");
    findings.push(tokenFinding("header.type", `The header's \`typ\` is not ${expected}.`, "header.typ"));
  }
  for (const name of Object.keys(header)) {
    if (name === "alg" || name === "typ") continue;
    const problem = memberProblem(name, header[name], rules);
    if (problem !== undefined) findings.push(problem);
  }
  return findings;
}

function memberProblem(name: string, value: unknown, rules: HeaderRules): Finding | undefined {
  const path = formatPath("header", [name]);
  if (NEVER.has(name) || rules.members?.includes(name) !== true) {
    return tokenFinding("header.unsupported-member", "The header has a member that is not allowed here.", path);
  }
  if (typeof value !== "string" || value === "") {
    const id = name === "kid" ? "header.key-id" : "header.unsupported-member";
    return tokenFinding(id, "A header member is not a non-empty string.", path);
  }
  // A nested token would have to be opened and verified itself.
  if (name === "cty" && mediaType(value) === "application/jwt") {
    return tokenFinding("header.unsupported-member", "The header announces a nested token.", path);
  }
  return undefined;
}

function isAcceptedType(typ: unknown, present: boolean, types: readonly string[] | undefined): boolean {
  if (!present) return types === undefined;
  if (typeof typ !== "string") return false;
  // The one spelling that nearly every token has.
  if (types === undefined && typ === "JWT") return true;
  const given = mediaType(typ);
  return (types ?? ["JWT"]).some((type) => mediaType(type) === given);
}

/** RFC 7515 section 4.1.9: a value without a slash stands for `application/` and the value. */
function mediaType(type: string): string {
  const lower = type.toLowerCase();
  return lower.includes("/") ? lower : `application/${lower}`;
}
