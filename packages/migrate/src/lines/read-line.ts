import { membersOf } from "./json-members.js";
import { Refused } from "./refused.js";

/** A line that holds a token, and what stands beside it. */
export interface TokenLine {
  readonly token: string;
  /** Members that go to the new line letter by letter, with commas between them; empty where there are none. */
  readonly carried: string;
  /** The line's own `id` as JSON, where it may be repeated among the rejects. */
  readonly id: string | undefined;
}

/** Written anew in every output line, so that one migration's output can be another's input. */
const written: ReadonlySet<string> = new Set(["line", "token", "report"]);

const longestId = 256;
const looksLikeToken = /[\w-]{8,}\.[\w-]{8,}\.[\w-]*/;

/** What editors and other systems leave at the ends of a line; anything else is taken for a part of the token. */
function isSurroundingSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d;
}

/** Without a pattern: one that looks for the end of a line takes time squared where there are spaces within. */
function trimmed(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isSurroundingSpace(line.charCodeAt(start))) start += 1;
  while (end > start && isSurroundingSpace(line.charCodeAt(end - 1))) end -= 1;
  return line.slice(start, end);
}

/** An id is repeated among the rejects only where it is a short text or number and holds no token, however written. */
function shownId(json: string | undefined): string | undefined {
  if (json === undefined || json.length > longestId || !/^["\d-]/.test(json)) return undefined;
  return looksLikeToken.test(String(JSON.parse(json))) ? undefined : json;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The platform's message repeats a part of the line.
    throw new Refused("line.not-json", "The line begins like JSON and is none.");
  }
}

function readObject(text: string): TokenLine {
  const value = parse(text) as Record<string, unknown>;
  const members = membersOf(text);
  const id = shownId(members.find(({ name }) => name === "id")?.value);
  if (new Set(members.map(({ name }) => name)).size < members.length) {
    throw new Refused("line.duplicate-name", "The line has two members of one name.", { id });
  }
  const token = Object.hasOwn(value, "token") ? value["token"] : undefined;
  if (typeof token !== "string" || token === "") {
    throw new Refused("line.no-token", "The line has no member `token` with a text in it.", { id });
  }
  const carried = members.filter(({ name }) => !written.has(name)).map((member) => member.text);
  return { token, carried: carried.join(","), id };
}

/**
 * Reads one line: a token as it is, as a JSON string, or as the member `token` of an object.
 *
 * @returns `undefined` for a line without anything in it.
 * @throws Refused `line.not-json`, `line.duplicate-name` or `line.no-token`.
 */
export function readLine(line: string): TokenLine | undefined {
  const text = trimmed(line);
  if (text === "") return undefined;
  if (text.startsWith("{")) return readObject(text);
  if (!text.startsWith('"')) return { token: text, carried: "", id: undefined };
  const token = parse(text);
  if (typeof token === "string" && token !== "") return { token, carried: "", id: undefined };
  throw new Refused("line.no-token", "The line is an empty text.");
}
