import { existsSync } from "node:fs";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** This package's own code: `src` or `dist`. */
const suite = fileURLToPath(new URL("../", import.meta.url));

/** A file of source with line and column, at the end of a frame. */
const placeShape = /(?:^at |[( ])((?:file:\/\/)?[^\s()]{1,400}\.[cm]?[jt]sx?)(?:\?[^\s():]*)?:(\d{1,7}):\d{1,7}\)?$/;

/** Core is asked by the suite and by the adapter: where it throws, its caller's place says more. */
const isCore = (path: string): boolean => /[\\/](?:@roompass|packages)[\\/]core[\\/]/.test(path);

/** In a test framework its code stands around the suite's. */
const isRunner = (path: string): boolean => /[\\/]node_modules[\\/](?:@vitest|vitest|vite)[\\/]/.test(path);

function fileOf(text: string): string | undefined {
  try {
    const path = text.startsWith("file:") ? fileURLToPath(text) : text;
    // A stack is a text that anybody can write: only a file that exists is told.
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** From here where the file is below, or the last three names of its path. */
function shown(path: string): string {
  const here = relative(process.cwd(), path);
  const isBelow = here !== "" && !here.startsWith("..") && !here.startsWith(sep);
  return (isBelow ? here : path.split(sep).slice(-3).join(sep)).split(sep).join("/");
}

/**
 * Where something was thrown, as `src/decode.js:12`: the first frame outside the suite. It has no message in it and no
 * function's name. Undefined where the stack says nothing of the kind.
 */
export function thrownAt(error: unknown): string | undefined {
  let stack: unknown;
  try {
    stack = (error as { readonly stack?: unknown } | undefined)?.stack;
  } catch {
    return undefined;
  }
  if (typeof stack !== "string") return undefined;
  const paths = stack.split("\n", 60).flatMap((line) => {
    const [, file = "", number = ""] = placeShape.exec(line.trim()) ?? [];
    const path = file === "" ? undefined : fileOf(file);
    return path === undefined ? [] : [{ path, number, isOurs: path.startsWith(suite) || isRunner(path) }];
  });
  // What the suite lends to adapters may stand on top; whoever called the suite stands below and has thrown nothing.
  const start = paths.findIndex(({ isOurs }) => !isOurs);
  const end = paths.findIndex(({ isOurs }, index) => index > start && isOurs);
  const places = start < 0 ? [] : paths.slice(start, end < 0 ? undefined : end);
  const place = places.find(({ path }) => !isCore(path)) ?? places[0];
  return place === undefined ? undefined : `${shown(place.path)}:${place.number}`;
}
