// The few things of Node that the conformance suite itself uses, for platforms without them. The suite is the examiner:
// what is examined never gets any of this, and the bundler stops when it asks.

// The suite's own files as text, by path; put in by the bundler.
import { files } from "virtual:suite-files";

const pathOf = (place) => (typeof place === "string" ? place : place.pathname);
const parts = (path) => path.split("/").filter((part) => part !== "");

export function readFileSync(place) {
  const text = files[pathOf(place)];
  if (text === undefined) throw new Error(`No such file: ${pathOf(place)}`);
  return text;
}

export const existsSync = (place) => pathOf(place) in files;

export function readdirSync(place) {
  const start = pathOf(place);
  return Object.keys(files)
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length));
}

export const sep = "/";
export const join = (...names) => names.join("/");
export const resolve = join;
export const dirname = (path) => path.slice(0, path.lastIndexOf("/"));
export const basename = (path) => parts(path).at(-1) ?? "";
export const relative = (from, to) => (to.startsWith(`${from}/`) ? to.slice(from.length + 1) : to);
export const isAbsolute = (path) => path.startsWith("/");
export const fileURLToPath = (url) => new URL(url).pathname;
export const pathToFileURL = (path) => new URL(`file://${path}`);

/** Everything that can be seen of a value, hidden members and getters too. Good for looking for a text in it. */
export function inspect(value, _options, seen = new Set(), depth = 0) {
  if (typeof value === "function") return `[Function: ${value.name}]`;
  if (typeof value !== "object" || value === null) return typeof value === "string" ? `'${value}'` : String(value);
  if (seen.has(value) || depth > 9) return "[Seen]";
  seen.add(value);
  const within = (one) => inspect(one, undefined, seen, depth + 1);
  if (value instanceof Uint8Array) return `Uint8Array [ ${value.join(", ")} ]`;
  const members = Reflect.ownKeys(value).map((key) => {
    try {
      return `${String(key)}: ${within(value[key])}`;
    } catch (error) {
      return `${String(key)}: [threw ${error}]`;
    }
  });
  if (value instanceof Map || value instanceof Set) members.push(...[...value].map(within));
  if (value instanceof Error) members.unshift(`${value.stack}`);
  return `${value.constructor?.name ?? ""} { ${members.join(", ")} }`;
}

/** No platform but Node can tell. */
export const types = { isProxy: () => false };

function absent() {
  throw new Error("Only on Node.");
}

export const constants = { signals: {} };
export {
  absent as createInterface,
  absent as execFile,
  absent as lstat,
  absent as mkdir,
  absent as readdir,
  absent as readFile,
  absent as receiveMessageOnPort,
  absent as spawn,
  absent as statSync,
  absent as writeFile,
  absent as writeSync,
};
export class MessageChannel {}
export class Worker {}
