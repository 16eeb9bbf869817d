const switches = /^(?:skip|only|exclude|except|ignore|omit|disable|without)/i;

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
      switches.test(name)
        ? `${what} has no option \`${name}\`: nothing can be switched off. What an adapter cannot do belongs into its ` +
            "`capabilities`, and a failure that somebody is mending into the baseline file."
        : `${what} has no option \`${name}\`; it takes ${known.map((one) => `\`${one}\``).join(", ")}.`,
    );
  }
}
