import { parseArgs } from "node:util";
import type { AuditFault, AuditHead } from "@roompass/service";
import { verifyAuditFile } from "../audit/verify-audit-file.js";
import { CommandError } from "./command-error.js";
import type { Output } from "./output.js";

export const auditUsage = `audit verify <file> [--expect <sequence>:<hash>]       check the chain of an audit file

It prints where the chain stands; kept elsewhere and given with --expect later, that shows lines missing at the end.
`;

const words: Readonly<Record<AuditFault["kind"], string>> = {
  unreadable: "is no line of an audit log",
  gap: "comes after lines that are missing",
  order: "stands too late, or twice",
  changed: "is not what was written, or the line before it is not",
  cut: "is missing: the log was cut off",
};

function expectedOf(text: string | undefined): AuditHead | undefined {
  if (text === undefined) return undefined;
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) throw new CommandError(auditUsage);
  return { sequence: Number(sequence), hash };
}

function read(args: readonly string[]): { readonly path: string; readonly expect: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { expect: { type: "string" } },
      allowPositionals: true,
    });
    const [action, path, ...more] = positionals;
    if (action === "verify" && path !== undefined && more.length === 0) return { path, expect: values.expect };
  } catch {
    // An option that there is not: the usage says which there are.
  }
  throw new CommandError(auditUsage);
}

/** `audit verify`: true when the chain is whole. */
export async function runAudit(args: readonly string[], { out, say }: Output): Promise<boolean> {
  const { path, expect } = read(args);
  const expected = expectedOf(expect);
  try {
    const verdict = await verifyAuditFile(path, expected);
    out(`${verdict.head.sequence}:${verdict.head.hash}\n`);
    if (verdict.whole) say("The chain is whole.\n");
    else say(`Line ${verdict.fault.line} ${words[verdict.fault.kind]}.\n`);
    return verdict.whole;
  } catch {
    throw new CommandError("The audit file cannot be read.");
  }
}
