import { hasMembers, isPlainObject } from "./fields.js";
import type { Grant } from "./grant.js";
import type { IssueList } from "./issues.js";
import { readJson } from "./json-input.js";
import { memberPath } from "./path-text.js";
import { readName } from "./text-input.js";

type Extensions = NonNullable<Grant["extensions"]>;

const extensionsCure = "Give an object of objects: the vendor's name, and in it the vendor's own property names.";

/** What only one vendor has, copied as it is; the vendor's adapter checks the names in it. */
export function readExtensions(value: unknown, path: string, issues: IssueList): Extensions | undefined {
  if (!isPlainObject(value)) {
    issues.addWrongType(path, "an object", value, extensionsCure);
    return undefined;
  }
  const extensions: Record<string, Extensions[string]> = Object.create(null);
  for (const vendor of Object.keys(value)) {
    if (issues.isFull) break;
    if (vendor === "__proto__") {
      issues.addUnknownField(path, vendor, noVendors);
      continue;
    }
    const place = memberPath(path, vendor);
    const properties = value[vendor];
    if (properties === undefined) continue;
    if (readName(vendor, place, issues) === undefined) continue;
    const copy = readVendor(properties, place, issues);
    if (copy !== undefined && hasMembers(copy)) extensions[vendor] = copy;
  }
  return hasMembers(extensions) ? extensions : undefined;
}

const noVendors: ReadonlySet<string> = new Set();

function readVendor(properties: unknown, path: string, issues: IssueList): Extensions[string] | undefined {
  if (!isPlainObject(properties)) {
    issues.addWrongType(path, "an object", properties, extensionsCure);
    return undefined;
  }
  return readJson(withoutUndefined(properties), path, issues) as Extensions[string] | undefined;
}

/** A property that is undefined is absent; forbidden names are kept here, so that they are reported. */
function withoutUndefined(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const said: Record<string, unknown> = Object.create(null);
  for (const name of Object.keys(properties)) {
    const value = properties[name];
    if (value !== undefined) said[name] = value;
  }
  return said;
}
