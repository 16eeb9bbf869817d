import { type ExitCode, exitCodes } from "../exit-codes.js";

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "there is no room left on the device",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would become too large",
  EIO: "the device reports an error",
};

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

/** The exit code once the answer has been written, or not; an answer that did not arrive is never fine. */
export function exitCodeOfOutput(
  exitCode: ExitCode,
  failure: Error | undefined,
  tell: (text: string) => void,
): ExitCode {
  if (failure === undefined) return exitCode;
  const code = codeOf(failure);
  // A reader that has seen enough (`roompass matrix | head -1`) closes the pipe; it knows, so nothing is said.
  if (code === "EPIPE") return exitCodes.brokenPipe;
  const reason = reasons[code] ?? `the system says ${/^[A-Z]+$/.test(code) ? code : "no more than that"}`;
  tell(
    `Error: The answer could not be written: ${reason}.\n` +
      "  Standard output is not complete; make room or send it elsewhere, and run the command again.\n",
  );
  return exitCodes.unwritten;
}
