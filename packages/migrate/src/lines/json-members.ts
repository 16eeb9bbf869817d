/** One member of an object as it stands in the text. */
export interface RawMember {
  readonly name: string;
  /** Name and value, letter by letter: numbers beyond 2^53 and repeated names deep inside stay as they are. */
  readonly text: string;
  /** The value alone. */
  readonly value: string;
}

const quote = 0x22;
const backslash = 0x5c;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

/** The place after a string that begins at `from`. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(at)) at += code === backslash ? 2 : 1;
  return at + 1;
}

/** The place after a value that begins at `from`. */
function endOfValue(text: string, from: number): number {
  const first = text.charAt(from);
  if (first === '"') return endOfString(text, from);
  let at = from;
  let depth = 0;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (letter === "{" || letter === "[") depth += 1;
    else if (letter === "}" || letter === "]") {
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (letter === "," || isSpace(text.charCodeAt(at)))) return at;
    at += 1;
  }
  return at;
}

/** The members of an object, in their order. The text has to be an object that `JSON.parse` takes. */
export function membersOf(text: string): RawMember[] {
  const members: RawMember[] = [];
  let at = skipSpace(text, text.indexOf("{") + 1);
  while (text.charAt(at) !== "}") {
    const afterName = endOfString(text, at);
    const afterColon = skipSpace(text, text.indexOf(":", afterName) + 1);
    const end = endOfValue(text, afterColon);
    members.push({
      name: JSON.parse(text.slice(at, afterName)) as string,
      text: text.slice(at, end),
      value: text.slice(afterColon, end),
    });
    at = skipSpace(text, end);
    if (text.charAt(at) === ",") at = skipSpace(text, at + 1);
  }
  return members;
}
