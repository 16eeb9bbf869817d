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
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
