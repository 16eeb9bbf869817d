import type { Finding } from "../errors/finding.js";
import { tokenFinding } from "./token-finding.js";

/** Longest text looked at, in characters: twice the longest token, so that a link around it fits. */
const LONGEST_TEXT = 32768;

const QUOTES = "\"'`\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a";
const PUNCTUATION = ",;";
const LINK_PARAMETERS: ReadonlySet<string> = /* @__PURE__ */ new Set(["t", "token"]);

export interface StrippedText {
  readonly text: string;
  /** Empty, or one `token.pasting-noise` of severity `warning`. */
  readonly findings: readonly Finding[];
}

/**
 * Removes what gets around a token when somebody copies it: white space and line breaks (inside, too), quotes, a
 * trailing comma or semicolon, `Bearer `, `Authorization: Bearer `, and a link that carries the token as `t` or
 * `token` in its query or fragment. Guesses nothing else. A text longer than 32768 characters is returned as it is.
 */
export function stripPastingNoise(text: string): StrippedText {
  if (text.length > LONGEST_TEXT) return { text, findings: [] };
  const removed = new Set<string>();
  // A blank ends a scheme, so that blanks inside go last; they can also have hidden a link. What a link leaves behind
  // holds no other link. So everything is looked through a fixed number of times.
  let bare = stripLink(stripAround(text, removed), removed);
  bare = stripInnerBlanks(stripAround(bare, removed), removed);
  bare = stripAround(stripLink(bare, removed), removed);
  if (removed.size === 0) return { text, findings: [] };
  const message = `Removed from around the token: ${[...removed].join(", ")}.`;
  return { text: bare, findings: [tokenFinding("token.pasting-noise", message, undefined, "warning")] };
}

/** What is at the ends, and the scheme that may come to light, until neither is left. */
function stripAround(text: string, removed: Set<string>): string {
  for (let bare = stripEnds(text, removed); ; ) {
    const next = stripScheme(bare, removed);
    if (next === bare) return bare;
    bare = stripEnds(next, removed);
  }
}

function stripEnds(text: string, removed: Set<string>): string {
  let start = 0;
  let end = text.length;
  for (; start < end; start += 1) {
    const kind = noiseKind(text[start] as string, false);
    if (kind === undefined) break;
    removed.add(kind);
  }
  for (; end > start; end -= 1) {
    const kind = noiseKind(text[end - 1] as string, true);
    if (kind === undefined) break;
    removed.add(kind);
  }
  return text.slice(start, end);
}

function noiseKind(character: string, trailing: boolean): string | undefined {
  if (QUOTES.includes(character)) return "quotes";
  if (trailing && PUNCTUATION.includes(character)) return "punctuation";
  return /[\s\u200b\ufeff]/.test(character) ? "white space" : undefined;
}

function stripScheme(text: string, removed: Set<string>): string {
  const scheme = /^(?:authorization\s{0,8}:\s{0,8})?bearer\s/i.exec(text);
  if (scheme === null) return text;
  removed.add("`Bearer `");
  return text.slice(scheme[0].length);
}

function stripInnerBlanks(text: string, removed: Set<string>): string {
  const joined = text.replaceAll(/[\s\u200b\ufeff]/g, "");
  if (joined !== text) removed.add("white space");
  return joined;
}

function stripLink(text: string, removed: Set<string>): string {
  const start = text.search(/[?#]/);
  if (start < 0) return text;
  const values: string[] = [];
  for (const pair of text.slice(start + 1).split(/[?&#]/)) {
    const equals = pair.indexOf("=");
    if (equals > 0 && LINK_PARAMETERS.has(pair.slice(0, equals))) values.push(pair.slice(equals + 1));
  }
  const [value, ...others] = values;
  // With two candidates there is no telling which one is meant.
  if (value === undefined || value === "" || others.length > 0) return text;
  removed.add("a link");
  return value;
}
