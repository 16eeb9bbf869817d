import { RoompassError } from "../errors/roompass-error.js";
import { grantPaths } from "../grant/right-path.js";
import type { Adapter } from "./adapter.js";

const operations = [
  "normalizeRoom",
  "recognize",
  "fromClaims",
  "toClaims",
  "decode",
  "encode",
  "authority",
  "lint",
  "join",
  "roomRequirements",
] as const;
const tables = ["header", "capabilities", "residueRules", "limits", "harmless"] as const;

function refuse(path: string, message: string): never {
  throw new RoompassError("adapter.invalid", message, { path });
}

/**
 * Checks that a value has the shape of an adapter and freezes it. An adapter needs no more than the shape: one written
 * without this function, or in plain JavaScript, works the same.
 *
 * @throws RoompassError `adapter.invalid` with the path of the first part that is missing or wrong.
 */
export function defineAdapter<Vendor extends string, Properties>(
  adapter: Adapter<Vendor, Properties>,
): Adapter<Vendor, Properties> {
  if (adapter.specificationVersion !== 1)
    refuse("specificationVersion", "This version of the adapter interface is not known; the current one is 1.");
  if (typeof adapter.vendor !== "string" || !/^[a-z][a-z0-9-]*$/.test(adapter.vendor)) {
    refuse("vendor", "The vendor is a short name in lower case, such as `acme`.");
  }
  if (typeof adapter.displayName !== "string" || adapter.displayName === "")
    refuse("displayName", "The vendor's name for people is missing.");
  for (const name of ["issuance", "verification"] as const) {
    if (!Array.isArray(adapter[name]) || adapter[name].length === 0)
      refuse(name, `\`${name}\` is not a list of at least one way.`);
  }
  for (const name of operations)
    if (typeof adapter[name] !== "function") refuse(name, `\`${name}\` is not a function.`);
  if (adapter.unreadableSettings !== undefined && typeof adapter.unreadableSettings !== "function")
    refuse("unreadableSettings", "`unreadableSettings` is not a function.");
  for (const name of tables)
    if (typeof adapter[name] !== "object" || adapter[name] === null) refuse(name, `\`${name}\` is not an object.`);
  if (
    adapter.header.algorithms.length === 0 ||
    adapter.header.algorithms.some((name) => name.toLowerCase() === "none")
  ) {
    refuse("header.algorithms", "An adapter names the algorithms of its vendor; `none` is not one.");
  }
  for (const path of grantPaths)
    if (adapter.capabilities[path] === undefined)
      refuse(`capabilities.${path}`, "Every neutral path has a row, also one that says `none`.");
  return Object.freeze(adapter);
}
