import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { loadFailure } from "./load-failure.js";

const failure = (error: unknown, address = pathToFileURL("/made/my adapter/src/a.js").href) =>
  loadFailure(error, "./my adapter/src/a.js", address, "/made");

it("names a line for the shell where Node keeps to itself which line it could not read", () => {
  expect(failure(new SyntaxError("Unexpected token ';'"))).toBe(
    "./my adapter/src/a.js does not load. SyntaxError: Unexpected token ';' To see the line: node 'my adapter/src/a.js'",
  );
  expect(failure(new SyntaxError("x"), "data:text/javascript,;")).not.toContain("To see the line");
  expect(failure(new TypeError("x"))).not.toContain("To see the line");
});

/** As core throws, and whoever calls it in an adapter's module. */
class Curable extends Error {
  readonly path: string;
  readonly cure: string;

  constructor(message: string, path: string, cure: string) {
    super(message);
    this.path = path;
    this.cure = cure;
  }
}

it("has the path and the cure of an error that brings them", () => {
  expect(failure(new Curable("`encode` is not a function.", "encode", "Correct the part that `path` names."))).toMatch(
    /Error: `encode` is not a function\. \(`encode`(?:, at [^)]+)?\) Correct the part that `path` names\.$/,
  );
});

it("is one line, and not without end", () => {
  const long = (letter: string) => `${letter.repeat(999)}\nsecond`;
  const text = failure(new Curable(long("m"), long("p"), long("c")));
  expect(text.length).toBeLessThan(1200);
  expect(text).not.toMatch(/second|\n/);
});
