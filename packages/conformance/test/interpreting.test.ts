// INTERPRETING.md has to be enough to write a runner: whatever the files use is explained there.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { neededOperations, wireOperationNames } from "../src/protocol/operations.ts";
import { conformance } from "../src/testing/made-io.ts";
import { listVectorFiles, readVectorFile, testsOf } from "../src/vectors/read-vectors.ts";

const text = readFileSync(new URL("../INTERPRETING.md", import.meta.url), "utf8");
const quoted = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([part]) => part);
const explained: ReadonlySet<string> = new Set(quoted.flatMap((part) => part.split(/[^\w$-]+/)));
const whole: ReadonlySet<string> = new Set(quoted);

const unexplained = (names: Iterable<string>): string[] => [...new Set(names)].filter((name) => !explained.has(name));

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

/** The names of all members that a JSON Schema speaks of. */
function namesIn(schema: unknown): string[] {
  if (!isNode(schema)) return [];
  const { properties } = schema;
  const own = isNode(properties) && !Array.isArray(schema) ? Object.keys(properties) : [];
  return [...own, ...Object.values(schema).flatMap(namesIn)];
}

/** What an operation is about: values of the vendors and of the neutral model, not members of the format. */
const values = ["grant", "claims", "properties", "residue", "unknown", "body", "from", "join", "room", "value", "map"];
const valuesOfRecipes = ["byParticipantId", "members", "paths", "policy", "expectations", "rights", "modes", "anyOf"];
const closed: ReadonlySet<string> = new Set([...values, ...valuesOfRecipes]);

/** The members that stand in a file, down to where the format ends; changes of a part have members of their own. */
function namesUsed(value: unknown, isRecipe = false): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => namesUsed(item, isRecipe));
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    name,
    ...(closed.has(name) && !(isRecipe && name === "claims") ? [] : namesUsed(inner, isRecipe || name === "token")),
  ]);
}

const files = listVectorFiles().map((path) => readVectorFile(path));
const tests = files.flatMap(testsOf);

describe("INTERPRETING.md explains", () => {
  it("every member that the schema of the vectors knows", () => {
    const schema = JSON.parse(readFileSync(new URL("../vectors/schema.json", import.meta.url), "utf8")) as unknown;
    // A member that is called `properties` looks like the keyword.
    const names = namesIn(schema).filter((name) => name !== "$ref");
    expect(names.length).toBeGreaterThan(100);
    expect(unexplained(names)).toEqual([]);
  });

  it("every member that stands in a file", () => {
    const names = files.flatMap(({ notes, groups, ...file }) => [
      ...namesUsed(file),
      ...Object.values(notes).flatMap((note) => namesUsed(note)),
      ...groups.flatMap((group) => namesUsed(group)),
    ]);
    // What the walk must not miss: members deep inside recipes and expectations.
    for (const deep of ["namesInAll", "firstBytes", "refusals", "over", "lowest"]) {
      expect(names).toContain(deep);
    }
    expect(unexplained(names)).toEqual([]);
  });

  it("every operation, edit, severity and level", () => {
    const edits = tests.flatMap(({ input }) => {
      const { edits = [], editsBeforeSigning = [] } = (input.token ?? {}) as Record<string, { edit: string }[]>;
      return typeof input.token === "object" ? [...edits, ...editsBeforeSigning].map(({ edit }) => edit) : [];
    });
    expect(new Set(edits).size).toBeGreaterThan(8);
    expect(unexplained([...edits, ...tests.map(({ input }) => input.op), ...tests.map(({ level }) => level)])).toEqual(
      [],
    );
  });

  it("everything that a group can require", () => {
    const names = tests
      .flatMap(({ requires }) => requires)
      .map((name) => {
        if (/^(?:claim|partner)\./.test(name))
          return `\`${name.split(".")[0]}.<${name.startsWith("claim") ? "path" : "vendor"}>\``;
        return /^(?:issue|verify)/.test(name) ? `\`${name}\`` : "`<path>`";
      });
    expect([...new Set(names)].filter((name) => !whole.has(name) && !text.includes(`${name}, such as`))).toEqual([]);
    expect(new Set(names).size).toBeGreaterThan(4);
  });

  it("every operation of the protocol, and which are needed", () => {
    expect(unexplained(wireOperationNames)).toEqual([]);
    const needed = neededOperations.map((name) => `\`${name}\``);
    const list = `${needed.slice(0, -1).join(", ")} and ${needed.at(-1)} are needed`;
    expect(text.replaceAll("\n", " ")).toContain(list);
  });

  it("and goes with every export", async () => {
    const { written } = await conformance(["--export", "out"]);
    expect(written["out/INTERPRETING.md"]).toBe(text);
  });
});
