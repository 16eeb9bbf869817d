import { fileSchema } from "./format/file.js";
import { memberAt, schemaProblems } from "./schema-problems.js";

/** The test that an issue is in, which is easier to find than its place in two lists. */
function testAt(content: unknown, [groups, group, tests, test]: readonly PropertyKey[]): string {
  if (groups !== "groups" || tests !== "tests") return "";
  const id = memberAt(content, ["groups", group ?? 0, "tests", test ?? 0, "id"]);
  return typeof id === "string" ? `${id}: ` : "";
}

/**
 * Everything that is wrong with the form of a vector file, as sentences with the place and what was expected there; empty
 * for one that is of the format.
 */
export const formProblems = (content: unknown): readonly string[] =>
  schemaProblems(fileSchema, content, (path) => testAt(content, path));
