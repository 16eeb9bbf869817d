// Reads TypeScript by its syntax tree, so that comments and strings cannot be mistaken for code.
import { parseAst } from "vitest/node";
import { read } from "./workspace.ts";

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const cache = new Map<string, Node>();

export function parse(path: string): Node {
  const known = cache.get(path);
  if (known !== undefined) return known;
  const tree = parseAst(read(path), { lang: "ts" }) as unknown as Node;
  cache.set(path, tree);
  return tree;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

function visit(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item, see);
    } else if (isNode(value)) {
      visit(value, see);
    }
  }
}

const NAMES_A_MODULE = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/** The module names in every form of import and re-export of a file, types included. */
export function importsOf(path: string): string[] {
  const found = new Set<string>();
  visit(parse(path), (node) => {
    if (!NAMES_A_MODULE.has(node.type)) return;
    const source = node["source"] ?? node["argument"];
    if (!isNode(source)) return;
    const literal = isNode(source["literal"]) ? source["literal"] : source;
    if (typeof literal["value"] === "string") found.add(literal["value"]);
  });
  return [...found];
}

/** The package behind a module name: `@scope/name/sub` → `@scope/name`; undefined for relative, `#` and `node:` names. */
export function packageOf(specifier: string): string | undefined {
  if (/^(\.|#|node:)/.test(specifier)) return undefined;
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : parts[0];
}

/** Every identifier, property name and piece of text in the code of a file, without its comments. */
export function wordsOf(path: string): string[] {
  const words: string[] = [];
  visit(parse(path), (node) => {
    if (node.type === "Identifier" && typeof node["name"] === "string") words.push(node["name"]);
    if (node.type === "Literal" && typeof node["value"] === "string") words.push(node["value"]);
    if (node.type === "TemplateElement") words.push((node["value"] as { cooked?: string }).cooked ?? "");
  });
  return words;
}

/** The statements of a file that are neither a re-export nor a directive. */
export function statementsBesideExports(path: string): string[] {
  const body = parse(path)["body"] as Node[];
  return body
    .filter((statement) => {
      if (statement.type === "ExportAllDeclaration") return false;
      return !(statement.type === "ExportNamedDeclaration" && isNode(statement["source"]));
    })
    .map((statement) => statement.type);
}

function nameOf(specifier: Node): string {
  const exported = specifier["exported"];
  return isNode(exported) ? String(exported["name"] ?? exported["value"]) : "";
}

/** The names that a file re-exports, apart by whether they exist at run time. */
export function reExportsOf(path: string): { readonly values: string[]; readonly types: string[] } {
  const values: string[] = [];
  const types: string[] = [];
  visit(parse(path), (node) => {
    if (node.type !== "ExportNamedDeclaration") return;
    for (const specifier of (node["specifiers"] as Node[] | undefined) ?? []) {
      const isType = node["exportKind"] === "type" || specifier["exportKind"] === "type";
      (isType ? types : values).push(nameOf(specifier));
    }
  });
  return { values: values.sort(), types: types.sort() };
}

const FUNCTION = /Function/;

function throwsItself(node: Node): boolean {
  if (node.type === "ThrowStatement") return true;
  return Object.values(node)
    .flat()
    .filter(isNode)
    .some((child) => !FUNCTION.test(child.type) && throwsItself(child));
}

/** The exported functions of a file that throw in so many words, each with the comments in front of its declarations. */
export function throwingFunctions(path: string): { readonly name: string; readonly comment: string }[] {
  const text = read(path);
  const declarations = (parse(path)["body"] as Node[]).flatMap((statement) => {
    const declared = statement["declaration"];
    if (statement.type !== "ExportNamedDeclaration" || !isNode(declared) || !isNode(declared["id"])) return [];
    const before = text.slice(0, statement["start"] as number).trimEnd();
    const comment = before.endsWith("*/") ? before.slice(before.lastIndexOf("/**")) : "";
    return [{ name: String(declared["id"]["name"]), comment, body: declared["body"] }];
  });
  return declarations
    .filter(({ body }) => isNode(body) && body.type === "BlockStatement" && throwsItself(body))
    .map(({ name }) => ({
      name,
      comment: declarations.flatMap((other) => (other.name === name ? [other.comment] : [])).join("\n"),
    }));
}
