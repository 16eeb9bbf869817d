import { scanJson } from "@roompass/core/kit";
import type { Caller } from "@roompass/service";
import type { z } from "zod";
import { callerLine, callerOf } from "./caller-schema.js";

/** A keys file that cannot be used, with every line that is wrong. It repeats nothing of the file but names of members. */
export class KeysFileError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The keys file is not valid.\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "KeysFileError";
    this.problems = problems;
  }
}

const longestFileCharacters = 4_194_304;

function wordsOf({ code, path, message }: z.core.$ZodIssue): string {
  const place = path.join(".");
  // The only message with a word of the file in it: the name of a member, which may be a misplaced secret.
  const text = code === "unrecognized_keys" ? "has a member that is not known" : message;
  return place === "" ? text : `${place}: ${text}`;
}

function problemsOf(line: string): { readonly caller?: readonly [string, Caller]; readonly problems: string[] } {
  const { value, violations } = scanJson(line);
  if (violations.length > 0) return { problems: ["is no JSON object in which every name stands once"] };
  const { success, data, error } = callerLine.safeParse(value);
  if (!success) return { problems: error.issues.map(wordsOf) };
  return { caller: [data.id, callerOf(data)], problems: [] };
}

/**
 * Reads a keys file: one JSON object a line, empty lines and lines that begin with `#` aside.
 *
 * @throws KeysFileError With everything that is wrong, and for a file without a key: more often it was cut off than meant.
 */
export function parseKeysFile(text: string): ReadonlyMap<string, Caller> {
  if (text.length > longestFileCharacters) throw new KeysFileError(["it is longer than 4 MiB"]);
  const callers = new Map<string, Caller>();
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*(?:#|$)/.test(line)) return;
    const read = problemsOf(line);
    problems.push(...read.problems.map((problem) => `line ${index + 1} ${problem}`));
    if (read.caller === undefined) return;
    const [id, caller] = read.caller;
    if (callers.has(id)) problems.push(`line ${index + 1} has an id that another line has`);
    callers.set(id, caller);
  });
  if (problems.length === 0 && callers.size === 0) problems.push("there is no key in it");
  if (problems.length > 0) throw new KeysFileError(problems);
  return callers;
}
