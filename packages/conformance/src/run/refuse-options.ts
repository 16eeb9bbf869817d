/** What somebody writes who wants to leave a case out, here or on the command line. */
export const switchNames = ["skip", "only", "exclude", "except", "ignore", "omit", "disable", "without"] as const;

const switches = new RegExp(`^(?:${switchNames.join("|")})`, "i");

/** Whether an option is meant to leave something out. */
export const isSwitch = (name: string): boolean => switches.test(name);

/**
 * Throws for an option that does not exist. In a suite an option that is silently ignored is dangerous: whoever writes
 * `{ skip: [...] }` believes something, and nobody who reads the result knows of it.
 *
 * @throws TypeError
 */
export function refuseUnknownOptions(options: object, known: readonly string[], what: string): void {
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    throw new TypeError(
      isSwitch(name)
        ? `${what} has no option \`${name}\`: nothing can be switched off. What an adapter cannot do belongs into its ` +
            "`capabilities`, and a failure that somebody is mending into the baseline file."
        : `${what} has no option \`${name}\`; it takes ${known.map((one) => `\`${one}\``).join(", ")}.`,
    );
  }
}
