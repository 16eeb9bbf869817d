import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { shellWord } from "../report/shell-word.js";
import { thrownAt } from "../run/thrown-at.js";

const typeScript = /\.[cm]?ts$/;

function hintFor(name: string, code: unknown): string | undefined {
  if (!typeScript.test(name)) return undefined;
  switch (code) {
    case "ERR_UNKNOWN_FILE_EXTENSION":
      return "This version of Node does not run TypeScript: build the adapter and name the file with JavaScript, or use Node 22.18 or newer.";
    case "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX":
      return "Node only strips types, and this file needs more (an enum, a namespace, a parameter property): build the adapter.";
    case "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING":
      return "Node runs no TypeScript below node_modules: name the package's JavaScript.";
    case "ERR_MODULE_NOT_FOUND":
      return "One of its imports is not there. Node does not look for `x.ts` where a file imports `x.js`: build the adapter.";
    default:
      return undefined;
  }
}

const oneLine = (text: string): string => (text.split("\n")[0] ?? "").slice(0, 300);

/** What a thrown value says, where it was thrown and what to do about it: on one line, and not without end. */
export function textOfThrown(error: unknown): string {
  if (!(error instanceof Error)) return "It threw something that is no error.";
  const { path, cure } = error as { readonly path?: unknown; readonly cure?: unknown };
  const place = thrownAt(error);
  const where = [
    ...(typeof path === "string" && path !== "" ? [`\`${oneLine(path)}\``] : []),
    ...(place === undefined ? [] : [`at ${place}`]),
  ];
  return [
    `${error.name}: ${oneLine(error.message)}`,
    ...(where.length === 0 ? [] : [`(${where.join(", ")})`]),
    ...(typeof cure === "string" ? [oneLine(cure)] : []),
  ].join(" ");
}

/** Node tells nobody but a terminal which line it could not read. */
function placeHint(error: unknown, address: string, folder: string): string {
  if (!(error instanceof SyntaxError) || !address.startsWith("file:")) return "";
  return ` To see the line: node ${shellWord(relative(folder, fileURLToPath(address)))}`;
}

/** Why a module does not load, for whoever wrote it. */
export function loadFailure(error: unknown, name: string, address: string, folder: string): string {
  const hint = hintFor(name, (error as { readonly code?: unknown } | undefined)?.code);
  return hint ?? `${name} does not load. ${textOfThrown(error)}${placeHint(error, address, folder)}`;
}
