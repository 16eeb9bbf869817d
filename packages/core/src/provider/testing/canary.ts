import { inspect } from "node:util";

/** Pieces of this length, of a secret or of a token, must not be seen anywhere. */
const longestSeen = 11;

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ k: secret }).toString().slice(2),
    bytes.toString("base64"),
    bytes.toString("base64url"),
    bytes.toString("hex"),
    JSON.stringify(secret).slice(1, -1),
  ];
}

function piecesOf(text: string): Set<string> {
  const size = longestSeen + 1;
  const pieces = new Set<string>();
  for (let start = 0; start + size <= text.length; start += 1)
    pieces.add(text.slice(start, start + size).toLowerCase());
  return pieces;
}

/** Everything that anybody could print of a value: text, JSON, inspection with hidden members, stack and causes. */
export function everythingShown(value: unknown): string {
  const shown = [inspect(value, { depth: 10, showHidden: true, getters: true, maxStringLength: null })];
  const asJson = JSON.stringify(value);
  if (asJson !== undefined) shown.push(asJson);
  for (let error = value; error instanceof Error; error = error.cause) {
    shown.push(String(error), error.message, String(error.stack), JSON.stringify(error));
    shown.push(inspect(Object.getOwnPropertyDescriptors(error), { depth: 10, showHidden: true }));
  }
  return shown.join("\n");
}

/** The pieces of secrets and tokens that a text shows; none, if all is well. */
export function leaksIn(shown: string, secrets: readonly string[], tokens: readonly string[] = []): string[] {
  const lower = shown.toLowerCase();
  const pieces = [...secrets.flatMap(formsOf), ...tokens].flatMap((text) => [...piecesOf(text)]);
  // The usual header is public: every token begins with it.
  const usual = piecesOf("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.");
  return [...new Set(pieces)].filter((piece) => !usual.has(piece) && lower.includes(piece));
}
