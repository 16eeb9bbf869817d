import type { AuditHead } from "../contract/audit.js";
import { emptyHead, lineHash, readLine } from "./audit-line.js";

/** What is wrong with a chain, at the first line where it shows. */
export interface AuditFault {
  /** Counted from 1, in the order in which lines were given; one more than there are where lines are missing at the end. */
  readonly line: number;
  /**
   * - `unreadable`: not a line of a chain. - `gap`: lines are missing before it. - `order`: it stands too late or twice.
   * - `changed`: it, or the one before it, is not what was written. - `cut`: lines are missing at the end.
   */
  readonly kind: "unreadable" | "gap" | "order" | "changed" | "cut";
}

/** Whether lines are one whole chain, up to where, and if not what is wrong first. */
export type AuditVerdict =
  | { readonly whole: true; readonly head: AuditHead }
  | { readonly whole: false; readonly fault: AuditFault; readonly head: AuditHead };

/** What is known of a chain from elsewhere. */
export interface VerifyAuditOptions {
  /** Where the chain stood before the first line given; default its beginning. */
  readonly previous?: AuditHead;
  /**
   * Where the chain stood at some time, kept elsewhere: it has to come by there. Without it neither lines that are missing
   * at the end show, nor a chain that was written anew.
   */
  readonly expected?: AuditHead;
}

/**
 * Checks the lines of an audit chain, without their line breaks.
 *
 * A chain that is whole was written by somebody who had every line before; it does not say who. Whoever can write the whole
 * file can write another whole chain, which is what `expected` is for.
 */
export async function verifyAuditChain(
  lines: Iterable<string> | AsyncIterable<string>,
  options: VerifyAuditOptions = {},
): Promise<AuditVerdict> {
  const { expected } = options;
  let head = options.previous ?? emptyHead;
  let number = 0;
  const fault = (kind: AuditFault["kind"], line = number): AuditVerdict => ({
    whole: false,
    fault: { line, kind },
    head,
  });
  const isElsewhere = ({ sequence, hash }: AuditHead): boolean =>
    expected !== undefined && sequence === expected.sequence && hash !== expected.hash;

  // What comes after it may have been added since: at its own place the kept head is the only one that there can be.
  if (isElsewhere(head)) return fault("changed");
  for await (const text of lines) {
    number += 1;
    const line = readLine(text);
    if (line === undefined) return fault("unreadable");
    if (line.sequence > head.sequence + 1) return fault("gap");
    if (line.sequence <= head.sequence) return fault("order");
    if (line.hash !== (await lineHash(head.hash, line.sequence, line.record))) return fault("changed");
    head = { sequence: line.sequence, hash: line.hash };
    if (isElsewhere(head)) return fault("changed");
  }
  if (expected !== undefined && expected.sequence > head.sequence) return fault("cut", number + 1);
  return { whole: true, head };
}
