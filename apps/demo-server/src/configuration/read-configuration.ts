import { nearestName } from "@roompass/core/kit";
import type { Configuration } from "./configuration.js";
import { ConfigurationError, type ConfigurationProblem } from "./configuration-error.js";
import { crossProblems, emulatesMissing, isThisMachine } from "./cross-checks.js";
import { allNames, type Name, ownPrefix } from "./names.js";
import { variables } from "./schema.js";

type Values = Readonly<Record<string, string | undefined>>;

const known: ReadonlySet<string> = new Set(allNames);
/** A file cannot name another one. */
const notInFiles: ReadonlySet<string> = new Set<Name>(["ROOMPASS_CONFIG_FILE"]);

function unknownName(name: string, place: string): ConfigurationProblem {
  const near = nearestName(name, allNames);
  const hint = near === undefined ? "See the README of the server for all names." : `Did you mean ${near}?`;
  return { name, message: `is not known${place}. ${hint}` };
}

/** The variables that are meant for this program, with those that only look as if they were. */
function fromEnvironment(environment: Values): { readonly values: Values; readonly problems: ConfigurationProblem[] } {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined);
  const problems = given
    .filter(([name]) => name.startsWith(ownPrefix) && !known.has(name))
    .map(([name]) => unknownName(name, ""));
  return { values: Object.fromEntries(given.filter(([name]) => known.has(name))), problems };
}

function fromFile(file: Values): { readonly values: Values; readonly problems: ConfigurationProblem[] } {
  const names = Object.keys(file);
  const problems = names.filter((name) => !known.has(name)).map((name) => unknownName(name, " (configuration file)"));
  for (const name of names.filter((name) => notInFiles.has(name))) {
    problems.push({ name, message: "does not belong into a configuration file; set it in the environment" });
  }
  const good = names.filter((name) => known.has(name) && !notInFiles.has(name));
  return { values: Object.fromEntries(good.map((name) => [name, file[name]])), problems };
}

/**
 * Checks everything at once, so that whoever starts the server reads of every mistake and not of the first one only.
 *
 * @param environment As the process has it. Wins over the file.
 * @param file What stands in the configuration file; `{}` without one.
 * @throws ConfigurationError With every problem; it repeats no value.
 */
export function readConfiguration(environment: Values, file: Values = {}): Configuration {
  const outer = fromEnvironment(environment);
  const inner = fromFile(file);
  const problems = [...outer.problems, ...inner.problems];
  const { success, data, error } = variables.safeParse({ ...inner.values, ...outer.values });
  const issues = error?.issues ?? [];
  problems.push(...issues.map(({ path, message }) => ({ name: String(path[0] ?? "?"), message })));
  if (success) problems.push(...crossProblems(data));
  if (!success || problems.length > 0) throw new ConfigurationError(problems);
  const { ROOMPASS_CONFIG_FILE: _, ...rest } = data;
  return Object.freeze({
    ...rest,
    isDevelopment: data.ROOMPASS_KEYS_FILE === undefined,
    isLocal: isThisMachine(data.ROOMPASS_HOST),
    emulatesMissing: emulatesMissing(data),
  });
}
