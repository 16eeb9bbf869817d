import type { AuditRecord, AuditSink } from "../contract/audit.js";
import { createAuditChain } from "./audit-chain.js";

/** A chain that keeps its lines. */
export interface MemoryAudit extends AuditSink {
  /** The lines of the chain, in order. */
  readonly lines: readonly string[];
  /** The decisions, in order. */
  readonly records: readonly AuditRecord[];
}

/** An audit chain in memory, for tests and for development. Grows without end. */
export function createMemoryAudit(): MemoryAudit {
  const lines: string[] = [];
  const records: AuditRecord[] = [];
  const chain = createAuditChain({
    async append(line) {
      lines.push(line);
    },
  });
  return {
    lines,
    records,
    async write(record) {
      await chain.write(record);
      records.push(record);
    },
  };
}
