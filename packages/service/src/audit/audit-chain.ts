import type { AuditHead, AuditRecord, AuditSink } from "../contract/audit.js";
import { emptyHead, lineHash, writeLine } from "./audit-line.js";

/** Where the lines of a chain go. */
export interface AuditLines {
  /**
   * Appends one line, which has no line break at its end. Called in the order of the chain, and again before the one before
   * is done, so that several lines can be made safe at once. Resolves when the line is safe.
   */
  append(line: string): Promise<void>;
  /** Where the chain stands that goes on. Default a new one. `readAuditHead` finds it in the last line. */
  readonly previous?: AuditHead;
}

/** A sink of records that writes them as lines, each bound to the one before. */
export interface AuditChain extends AuditSink {
  /** The last record that was handed on; keep it elsewhere to notice lines missing at the end. */
  readonly head: AuditHead;
  /** Whether a line could not be made safe. A chain with a hole is of no use, so that nothing more is written. */
  readonly broken: boolean;
}

/**
 * Writes records as lines of JSON of which each holds the hash of the one before, so that a line that is removed, changed
 * or moved shows. One chain is written by one process.
 *
 * `write` rejects with the error of `lines` where a line could not be made safe, and from then on always.
 */
export function createAuditChain(lines: AuditLines): AuditChain {
  let head = lines.previous ?? emptyHead;
  let broken = false;
  // Hashing may be asynchronous, and each line needs the hash of the one before.
  let turn: Promise<unknown> = Promise.resolve();

  function refuseWhenBroken(): void {
    if (broken) throw new Error("The audit log has a line missing and is not continued.");
  }

  return {
    get head() {
      return head;
    },
    get broken() {
      return broken;
    },
    async write(record: AuditRecord) {
      const appended = turn.then(async () => {
        refuseWhenBroken();
        const sequence = head.sequence + 1;
        const hash = await lineHash(head.hash, sequence, record);
        refuseWhenBroken();
        head = { sequence, hash };
        // Not awaited here: the next line is prepared while this one is written.
        return { done: lines.append(writeLine(sequence, hash, record)) };
      });
      turn = appended.catch(() => undefined);
      try {
        await (await appended).done;
      } catch (error) {
        broken = true;
        throw error;
      }
    },
  };
}
