import { Option } from "commander";
import { type Category, categories, type Profile, profiles } from "../cases/case.js";
import { type Format, formats } from "../report/formats.js";
import { shellWord } from "../report/shell-word.js";
import type { CaseFilter } from "../run/run-suite.js";
import { revision } from "../version.js";
import { UsageError } from "./exit-codes.js";

/** The options as commander hands them over. */
export interface RawOptions {
  readonly profile?: string;
  readonly category?: string;
  readonly case?: string;
  readonly baseline?: string;
  readonly updateBaseline?: true;
  readonly spec?: string;
  readonly seed?: string;
  readonly format?: string;
  readonly output?: string;
  readonly list?: true;
  readonly explain?: string;
  readonly export?: string;
  readonly command?: string;
  readonly validate?: true;
  readonly with?: readonly string[];
  readonly timeoutMilliseconds?: string;
}

export interface Options {
  readonly filter: CaseFilter;
  readonly baseline: string | undefined;
  readonly updatesBaseline: boolean;
  readonly revision: number;
  readonly seed: number;
  readonly format: Format;
  readonly output: string | undefined;
  readonly command: string | undefined;
  /** Holds every message to and from a program against the schema. */
  readonly validates: boolean;
  readonly partners: readonly string[];
  readonly timeoutMilliseconds: number;
}

export const defaultBaseline = "conformance.baseline.json";
export const defaultSeed = 1;
export const defaultTimeoutMilliseconds = 2000;

/** An option that is given twice is an error: otherwise the last one would count in silence. */
function once(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.argParser((value: string, before: string | undefined) => {
    if (before === undefined) return value;
    throw new UsageError(`\`${option.long}\` was given twice.`);
  });
}

/** Every option of the command; there is none that leaves a case out and still claims something. */
export function optionList(hasCommand: boolean): readonly Option[] {
  const repeated = new Option("--with <module>", "another adapter to translate to and from; may be repeated");
  repeated.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  return [
    once("--profile <name>", `up to ${profiles.join(", ")}; a part of the suite claims nothing`),
    once("--category <name>", "one category alone"),
    once("--case <id>", "one case, or all whose ids start so"),
    once("--baseline <file>", "failures that are known and being mended"),
    new Option("--update-baseline", `write the failures of this run into the baseline (${defaultBaseline})`),
    once("--spec <revision>", `the revision to conform to (${revision}); later cases are not scored`),
    once("--seed <number>", `for generated cases (${defaultSeed})`),
    once("--format <name>", `what to print: ${formats.join(", ")} (pretty)`),
    once("--output <folder>", "also write report.json, junit.xml, summary.md, report.html, badge.json"),
    new Option("--list", "list the cases instead of running them"),
    once("--explain <id>", "tell everything about one case instead"),
    once("--export <folder>", "write the vectors of this revision instead"),
    ...(hasCommand
      ? [
          once("--command <program>", "examine a program in any language instead of a module"),
          new Option("--validate", "with --command: hold every message of either side against the schema"),
        ]
      : []),
    repeated,
    once("--timeout-milliseconds <number>", `for one case (${defaultTimeoutMilliseconds})`),
  ];
}

function oneOf<Name extends string>(value: string | undefined, names: readonly Name[], flag: string): Name | undefined {
  if (value === undefined || (names as readonly string[]).includes(value)) return value as Name | undefined;
  throw new UsageError(`\`${flag}\` takes one of ${names.join(", ")}.`);
}

function whole(value: string | undefined, flag: string, least: number, most: number, usual: number): number {
  if (value === undefined) return usual;
  const number = Number(value);
  if (/^\d{1,10}$/.test(value) && number >= least && number <= most) return number;
  throw new UsageError(`\`${flag}\` takes a whole number from ${least} to ${most}.`);
}

/** @throws UsageError that names the option and what it takes. */
export function readOptions(raw: RawOptions): Options {
  const profile = oneOf<Profile>(raw.profile, profiles, "--profile");
  const category = oneOf<Category>(raw.category, categories, "--category");
  const filter: CaseFilter = {
    ...(profile === undefined ? {} : { profile }),
    ...(category === undefined ? {} : { category }),
    ...(raw.case === undefined ? {} : { id: raw.case }),
  };
  if (raw.updateBaseline && Object.keys(filter).length > 0) {
    throw new UsageError("`--update-baseline` needs a whole run: a list made of some cases would forget the others.");
  }
  if (raw.validate === true && raw.command === undefined) throw new UsageError("`--validate` goes with `--command`.");
  return {
    filter,
    baseline: raw.baseline,
    updatesBaseline: raw.updateBaseline === true,
    revision: whole(raw.spec, "--spec", 1, revision, revision),
    seed: whole(raw.seed, "--seed", 0, 2 ** 31 - 1, defaultSeed),
    format: oneOf<Format>(raw.format, formats, "--format") ?? "pretty",
    output: raw.output,
    command: raw.command,
    validates: raw.validate === true,
    partners: raw.with ?? [],
    timeoutMilliseconds: whole(
      raw.timeoutMilliseconds,
      "--timeout-milliseconds",
      1,
      600_000,
      defaultTimeoutMilliseconds,
    ),
  };
}

/** What to run to examine the same subject again in the same way. */
export function repeatOf(name: string, adapter: string | undefined, options: Options): string {
  const { command, partners, seed, timeoutMilliseconds } = options;
  const words = [
    ...(adapter === undefined ? [] : [adapter]),
    ...(command === undefined ? [] : ["--command", command]),
    ...(options.validates ? ["--validate"] : []),
    ...partners.flatMap((partner) => ["--with", partner]),
    ...(seed === defaultSeed ? [] : ["--seed", String(seed)]),
    ...(timeoutMilliseconds === defaultTimeoutMilliseconds
      ? []
      : ["--timeout-milliseconds", String(timeoutMilliseconds)]),
  ];
  return [name, ...words.map(shellWord)].join(" ");
}
