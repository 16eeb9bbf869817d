/** What the command answers the shell with; never a count, and never renumbered. */
export const exitCodes = {
  conformant: 0,
  notConformant: 1,
  /** Called wrongly, the adapter did not load or broke down for good, or its own vectors do not hold. */
  usage: 2,
  /** The run did not come to its end: the suite itself failed, or the adapter ended the process or held it up for good. */
  fault: 3,
} as const;

/** One of `exitCodes`. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A mistake in how the command was called; the message says what to do. */
export class UsageError extends Error {
  override name = "UsageError";
}
