import { isObject, stripPastingNoise, tokensInJson } from "@roompass/core/kit";
import { CommandError } from "../failures/command-error.js";
import type { Io } from "../io.js";
import { parseJson } from "./json-text.js";
import { readText, type TextSource } from "./read-text.js";

/** What a command was given: a token as it was pasted, or a grant as JSON. */
export type Subject =
  | {
      readonly kind: "token";
      readonly text: string;
      /** Whether it was taken out of JSON. */
      readonly isUnwrapped: boolean;
    }
  | { readonly kind: "grant"; readonly input: unknown };

const severalTokens = { cure: "Give one at a time; `roompass compare OLD NEW` takes two." };

/** The token in a vendor's answer, or in what `issue --json` prints: JSON with a room and no member `token` is a grant. */
function tokenIn(value: unknown): string | undefined {
  const isGrant = isObject(value) && "room" in value && !("token" in value);
  const [token, ...others] = isGrant ? [] : tokensInJson(value);
  if (others.length === 0) return token;
  throw new CommandError("command.not-a-token", `There are ${others.length + 1} tokens in this JSON.`, severalTokens);
}

/** What some shells leave around JSON in quotes. */
function withoutQuotes(text: string): string {
  return /^(['"])\s*\{.*\}\s*\1$/s.test(text) ? text.slice(1, -1).trim() : text;
}

const elsewhere = "A key belongs into the environment or a file given with `--credentials`, never into an argument.";

function explain(text: string): never {
  if (text === "") {
    throw new CommandError("command.no-input", "The argument is empty: a token or a grant is expected.", {
      cure: "Give one. A variable of the shell that is not set leaves nothing behind.",
    });
  }
  if (/^https?:\/\//i.test(text)) {
    throw new CommandError("command.not-a-token", "This is a link without a token in it.", {
      cure: "Copy the link that contains `?t=` or `?token=`, or the token alone.",
    });
  }
  if (/^[\w+/=-]{16,}$/.test(text)) {
    throw new CommandError("command.looks-like-a-key", "This looks like an API key or a secret, not like a token.", {
      cure: `A token has three parts with dots between them. ${elsewhere} If it stands in your shell's history now, replace the key.`,
    });
  }
  if (/^[\w./\\ -]+\.(?:json|txt|jwt)$/i.test(text)) {
    throw new CommandError("command.not-a-token", "This looks like the name of a file.", {
      cure: "Read a file with `--file PATH` (or `@PATH`).",
    });
  }
  throw new CommandError("command.not-a-token", "This is neither a token nor a grant.", {
    cure: 'A token has three parts with dots between them; a grant is JSON such as `{ "room": "standup" }`.',
  });
}

/** One token may be wrapped over several lines, but none of these would be whole. */
function refuseSeveral(text: string): void {
  if (text.split(/[\s,;]+/).filter((word) => word.split(".").length === 3).length < 2) return;
  throw new CommandError("command.not-a-token", "There is more than one token.", severalTokens);
}

/** Tells what a text is. Only its form is looked at; whether the token is any good is for the parser to say. */
export function subjectOf(text: string): Subject {
  const trimmed = withoutQuotes(text.trim());
  if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
    const input = parseJson(trimmed, "The input");
    const token = tokenIn(input);
    return token === undefined ? { kind: "grant", input } : { kind: "token", text: token, isUnwrapped: true };
  }
  refuseSeveral(trimmed);
  const bare = stripPastingNoise(text).text;
  if (!bare.includes(".") || /^https?:\/\//i.test(bare) || /^[\w./\\ -]+\.(?:json|txt|jwt)$/i.test(bare)) explain(bare);
  // The line break at the end of a file is not worth a remark.
  return { kind: "token", text: trimmed, isUnwrapped: false };
}

export async function readSubject(source: TextSource, io: Io): Promise<Subject> {
  return subjectOf(await readText(source, io));
}
