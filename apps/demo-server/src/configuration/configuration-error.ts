/** One thing that is wrong with the configuration: where, what, and what to do. Never with the value. */
export interface ConfigurationProblem {
  /** The name of the variable. */
  readonly name: string;
  readonly message: string;
}

/** Everything that is wrong with the configuration, found before anything was started. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    const lines = problems.map(({ name, message }) => `  ${name}: ${message}`);
    super(`The configuration is not valid.\n${lines.join("\n")}`);
    this.name = "ConfigurationError";
    this.problems = problems;
  }
}
