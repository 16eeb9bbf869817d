import { scanJson } from "@roompass/core/kit";
import { CommandError } from "../failures/command-error.js";
import type { Io } from "../io.js";
import { readInputFile } from "./read-text.js";

/** The mistakes that people and shells make most often, told by what the text looks like. */
function jsonCure(text: string): string {
  if (/^\s*[{[]\s*\w+\s*:/.test(text)) {
    return "Put names and texts in double quotes. Some shells take them out of an argument: then give it from a file.";
  }
  if (/'\s*:|:\s*'/.test(text)) return "Put names and texts in double quotes; single ones are not JSON.";
  if (/,\s*[}\]]/.test(text)) return "Leave out the comma before the closing bracket.";
  return "Correct the JSON and try again.";
}

/** Parses JSON as strictly as a token's: a name that appears twice is an error, not a surprise. */
export function parseJson(text: string, what: string): unknown {
  const { value, violations } = scanJson(text.trim());
  const [first] = violations;
  if (first === undefined) return value;
  const fault =
    first.code === "token.not-json"
      ? `stops being valid JSON at character ${first.offset + 1}`
      : first.code === "token.duplicate-name"
        ? "has the same name twice in one object"
        : "has something that JSON for a token or a grant cannot have";
  throw new CommandError("command.not-json", `${what} ${fault}.`, { cure: jsonCure(text) });
}

/** An option's value that is either JSON itself or the name of a file that holds it. */
export async function jsonOption(value: string, option: string, io: Io): Promise<Readonly<Record<string, unknown>>> {
  const isInline = value.trimStart().startsWith("{");
  const text = isInline ? value : await readInputFile(value.replace(/^@/, ""), `with \`${option}\``, io);
  const parsed = parseJson(text, `The value of \`${option}\``);
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
    return parsed as Readonly<Record<string, unknown>>;
  }
  throw new CommandError("command.usage", `\`${option}\` takes a JSON object, or a file that holds one.`, {
    path: option,
    cure: "Begin it with `{` and end it with `}`.",
  });
}
