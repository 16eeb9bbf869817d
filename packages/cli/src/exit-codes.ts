/** What the command answers the shell with. Documented in `--help` and the README; never renumbered. */
export const exitCodes = {
  /** Done, and nothing that was found is an error. */
  fine: 0,
  /** Something was refused, or a finding has the severity `error`. */
  refused: 1,
  /** The command was called wrongly: arguments, options, files, credentials. */
  usage: 2,
  /** The vendor or the network failed. */
  vendor: 3,
  /** The answer could not be written to standard output, or not all of it. */
  unwritten: 4,
  /** Stopped by a signal before the end; shells give a program that SIGINT ended the same number. */
  stopped: 130,
  /** Whoever read the answer closed the pipe before its end; shells give a program that SIGPIPE ended the same number. */
  brokenPipe: 141,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
