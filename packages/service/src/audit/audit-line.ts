import { sha256Hex } from "#sha256";
import type { AuditHead, AuditRecord } from "../contract/audit.js";

/** Of a chain without a line. */
export const emptyHead: AuditHead = Object.freeze({ sequence: 0, hash: "0".repeat(64) });

/** The hash of a line: of the one before, its number and its record, as they are written. */
export async function lineHash(previous: string, sequence: number, record: unknown): Promise<string> {
  return sha256Hex(`${previous}\n${sequence}\n${JSON.stringify(record)}`);
}

/** One line: its number, its hash, and the record, in this order. */
export function writeLine(sequence: number, hash: string, record: AuditRecord): string {
  return JSON.stringify({ sequence, hash, record });
}

/** A line as it was read; nothing of it is checked against the chain. */
export interface AuditLine extends AuditHead {
  /** The decision that the line tells of. */
  readonly record: AuditRecord;
}

/** `undefined` for what is not a line of a chain, such as one that was half written when the power failed. */
export function readLine(line: string): AuditLine | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { sequence, hash, record } = value as Readonly<Record<string, unknown>>;
  const isWhole = Number.isSafeInteger(sequence) && typeof hash === "string" && /^[0-9a-f]{64}$/.test(hash);
  if (!isWhole || typeof record !== "object" || record === null) return undefined;
  // Exactly one spelling: a line with anything beside these three is not ours.
  if (writeLine(sequence as number, hash, record as AuditRecord) !== line) return undefined;
  return value as AuditLine;
}

/** Where a chain stands, from its last line; `undefined` for what is not a whole line. */
export function readAuditHead(lastLine: string): AuditHead | undefined {
  const line = readLine(lastLine);
  return line === undefined ? undefined : { sequence: line.sequence, hash: line.hash };
}
