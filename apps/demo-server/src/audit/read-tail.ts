import { appendFile, type FileHandle } from "node:fs/promises";
import { type AuditHead, readAuditHead } from "@roompass/service";
import { AuditFileError } from "./audit-file-error.js";

export interface Tail {
  readonly previous: AuditHead | undefined;
  readonly setAsideBytes: number;
}

const newline = 0x0a;
const longestLineBytes = 262_144;

/** The last part of a file, long enough for its last whole line and a torn one. */
async function readEnd(file: FileHandle, size: number): Promise<Buffer> {
  const length = Math.min(size, 2 * longestLineBytes);
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, size - length + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** Finds where the chain in a file stands, and sets a torn last line aside. */
export async function readTail(file: FileHandle, path: string): Promise<Tail> {
  const { size } = await file.stat();
  if (size === 0) return { previous: undefined, setAsideBytes: 0 };
  const end = await readEnd(file, size);
  const torn = end.subarray(end.lastIndexOf(newline) + 1);
  if (torn.length > longestLineBytes) throw new AuditFileError("The audit file does not consist of audit lines.");
  const whole = end.subarray(0, end.length - torn.length);
  const last = whole.subarray(0, -1);
  const line = last.subarray(last.lastIndexOf(newline) + 1).toString("utf8");
  const previous = whole.length === 0 ? undefined : readAuditHead(line);
  if (whole.length > 0 && previous === undefined) {
    throw new AuditFileError(
      "The audit file ends with a line that is none of its chain's. Check it (`audit verify`), then move it away.",
    );
  }
  if (torn.length > 0) {
    // Kept first, cut off then: a crash in between keeps it twice and loses nothing.
    await appendFile(`${path}.torn`, Buffer.concat([torn, Buffer.from("\n")]), { mode: 0o600 });
    await file.truncate(size - torn.length);
    await file.datasync();
  }
  return { previous, setAsideBytes: torn.length };
}
