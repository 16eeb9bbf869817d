// Rules for single files: size, index files, and nothing that is true on one machine only.
import { expect, it } from "vitest";
import { statementsBesideExports } from "./syntax.ts";
import { exists, isTestFile, packages, projectFiles, read } from "./workspace.ts";

const LONGEST = 400;
const code = projectFiles.filter((path) => /\.(ts|js|mjs)$/.test(path));
const text = projectFiles.filter((path) => !/\.(png|ico|woff2?|gz)$/.test(path));

function lines(path: string): number {
  return read(path).replace(/\n$/, "").split("\n").length;
}

function matches(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((path) =>
    read(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

it(`no code file is longer than ${LONGEST} lines`, () => {
  const long = code.map((path) => [path, lines(path)] as const).filter(([, count]) => count > LONGEST);
  expect(long).toEqual([]);
});

it("index.ts files only export", () => {
  const wrong = projectFiles
    .filter((path) => /^packages\/[^/]+\/src\/(.*\/)?index\.ts$/.test(path))
    .flatMap((path) => statementsBesideExports(path).map((statement) => `${path}: ${statement}`));
  expect(wrong).toEqual([]);
});

it("file names are written in kebab-case", () => {
  const wrong = code.filter((path) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(path.slice(path.lastIndexOf("/") + 1)));
  expect(wrong).toEqual([]);
});

it("no file names a package server", () => {
  expect(matches(text, /\bregistry\.[a-z0-9-]+\.[a-z]{2,}/i)).toEqual([]);
});

it("no file names a place on one machine", () => {
  expect(matches(text, /(?<![\w.:/~-])\/(?:home|Users|root|work)\/[\w.-]|\b[A-Z]:\\Users\\/)).toEqual([]);
});

it("every package with tests runs them", () => {
  const forgotten = packages
    .filter(({ directory }) => projectFiles.some((path) => path.startsWith(`${directory}/`) && isTestFile(path)))
    .filter(
      ({ directory, manifest }) => manifest.scripts?.["test"] === undefined || !exists(`${directory}/vitest.config.ts`),
    )
    .map(({ name }) => name);
  expect(forgotten).toEqual([]);
});

it("tests are only where vitest looks for them", () => {
  const astray = projectFiles.filter(
    (path) =>
      /\.(test|spec)\.[cm]?[jt]sx?$/.test(path) &&
      !/^(packages|apps)\/[^/]+\/(src|test)\/.*\.test\.ts$|^tools\/structure\//.test(path),
  );
  expect(astray).toEqual([]);
});

it("no test is switched off or singled out for good", () => {
  const tests = projectFiles.filter((path) => path.endsWith(".test.ts"));
  expect(matches(tests, /\b(?:it|test|describe)\.(?:only|todo|skip)\(/)).toEqual([]);
});
