import { createReadStream } from "node:fs";
import { type AuditHead, type AuditVerdict, verifyAuditChain } from "@roompass/service";

/** The lines of a file without their ends, of which only `\n` is one: a line that was given another one was changed. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = "";
  for await (const piece of createReadStream(path, "utf8")) {
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/**
 * Checks the chain of an audit file from its first line.
 *
 * @param expected Where the chain stood at some time, kept elsewhere: shows whether lines are missing at the end.
 */
export function verifyAuditFile(path: string, expected?: AuditHead): Promise<AuditVerdict> {
  return verifyAuditChain(linesOf(path), expected === undefined ? {} : { expected });
}
