import type { Members } from "../emulator/model.js";

/** What was wrong with a body; each vendor says it in its own words. */
export type BodyProblem = "too large" | "no JSON" | "no object";

export type ReadBody = { readonly body: Members } | { readonly problem: BodyProblem };

async function readBytes(request: Request, most: number): Promise<Uint8Array | undefined> {
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}

const deepest = 32;

/** Whether brackets nest deeper than any request of a vendor's; what is parsed that deep cannot be written again. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (isInText && character === "\\") index += 1;
    else if (character === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (character === "{" || character === "[") depth += 1;
    else if (character === "}" || character === "]") depth -= 1;
    if (depth > deepest) return true;
  }
  return false;
}

/** No vendor has a member of this name, and copies of an object that has one would take their prototype from it. */
function refusePrototype(name: string, value: unknown): unknown {
  if (name === "__proto__") throw new SyntaxError("A member has the name of the prototype.");
  return value;
}

/** Reads a JSON object; an empty body is an empty object, since every field of the vendors' requests is optional. */
export async function readBody(request: Request, mostBytes: number): Promise<ReadBody> {
  const bytes = await readBytes(request, mostBytes);
  if (bytes === undefined) return { problem: "too large" };
  let body: unknown;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (isTooDeep(text)) return { problem: "too large" };
    body = text.trim() === "" ? {} : JSON.parse(text, refusePrototype);
  } catch {
    return { problem: "no JSON" };
  }
  if (typeof body !== "object" || body === null || Array.isArray(body)) return { problem: "no object" };
  return { body: body as Members };
}
