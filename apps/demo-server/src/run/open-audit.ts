import { type AuditSink, createAuditChain } from "@roompass/service";
import type { Logger } from "pino";
import { openAuditFile } from "../audit/audit-file.js";

export interface OpenedAudit {
  readonly audit: AuditSink;
  /** Whether every line so far is safe. */
  isWhole(): boolean;
  close(): Promise<void>;
}

/** The audit log in a file. Without one, records go nowhere: that is for development, or was said out loud. */
export async function openAudit(path: string | undefined, sync: boolean, logger: Logger): Promise<OpenedAudit> {
  if (path === undefined || path === "off") {
    return { audit: { write: async () => undefined }, isWhole: () => true, close: async () => undefined };
  }
  const file = await openAuditFile(path, { sync });
  const { previous, setAsideBytes } = file;
  if (setAsideBytes > 0) logger.warn({ bytes: setAsideBytes }, "half an audit line was set aside, beside the file");
  const chain = createAuditChain({ append: file.append, ...(previous === undefined ? {} : { previous }) });
  logger.info({ sequence: previous?.sequence ?? 0 }, "the audit file is open");
  return { audit: chain, isWhole: () => !chain.broken, close: () => file.close() };
}
