// Stryker's mutants without Stryker's runs: which there are, and the sources with all of them in, each behind a switch.
import { readdirSync, readFileSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { createInstrumenter } from "@stryker-mutator/instrumenter";
import { createInjector } from "typed-inject";

const silent = Object.fromEntries(
  ["trace", "debug", "info", "warn", "error", "fatal"].flatMap((level) => [
    [level, () => {}],
    [`is${level[0].toUpperCase()}${level.slice(1)}Enabled`, () => false],
  ]),
);

const options = { plugins: null, excludedMutations: [], ignorers: [] };

/** @param {readonly string[]} names Paths of sources, from the root. */
export function instrument(root, names) {
  const injector = createInjector().provideValue("logger", silent).provideValue("options", options);
  const files = names.map((name) => ({ name, mutate: true, content: readFileSync(join(root, name), "utf8") }));
  return injector.injectFunction(createInstrumenter).instrument(files, options);
}

/** All mutants of the files that a list of patterns leaves, as in Stryker's `mutate`. */
export function findMutants(root, patterns) {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!"));
  const unwanted = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  const names = readdirSync(join(root, "packages"), { recursive: true })
    .map((name) => `packages/${name}`)
    .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
    .filter((name) => wanted.some((pattern) => matchesGlob(name, pattern)))
    .filter((name) => !unwanted.some((pattern) => matchesGlob(name, pattern)));
  return instrument(root, names.sort());
}
