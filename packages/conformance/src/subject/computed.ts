import { types } from "node:util";
import { adapterMembers } from "./adapter-members.js";

const names: ReadonlySet<string> = new Set(adapterMembers);

/**
 * The members of an adapter that are made anew whenever they are read, those of its prototypes as well: what was examined
 * would not be what is used.
 */
export function computedMembers(adapter: object): readonly string[] {
  if (types.isProxy(adapter)) return ["all of it (a proxy)"];
  const found = Object.entries(Object.getOwnPropertyDescriptors(adapter));
  const own = found.flatMap(([name, { get }]) => (get !== undefined && names.has(name) ? [name] : []));
  const above = Object.getPrototypeOf(adapter) as object | null;
  return above === null || above === Object.prototype ? own : [...own, ...computedMembers(above)];
}
