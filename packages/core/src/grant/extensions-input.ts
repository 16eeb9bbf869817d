import { hasMembers, isPlainObject } from "./fields.js";
import type { Grant } from "./grant.js";
import type { IssueList } from "./issues.js";
import { readJson } from "./json-input.js";
import { type JsonBudget, jsonBudget } from "./json-value.js";
import { grantLimits } from "./limits.js";
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
  const vendors = Object.keys(value);
  if (vendors.length > grantLimits.extensionVendors) {
    issues.addTooMany(path, grantLimits.extensionVendors, "vendors", "Give what the vendor of this token takes.");
    return undefined;
  }
  const extensions: Record<string, Extensions[string]> = Object.create(null);
  const budget = jsonBudget();
  for (const vendor of vendors) {
    if (issues.isFull) break;
    if (vendor === "__proto__") {
      issues.addUnknownField(path, vendor, noVendors);
      continue;
    }
    const place = memberPath(path, vendor);
    const properties = value[vendor];
    if (properties === undefined) {
      issues.addUndefined(place);
      continue;
    }
    if (readName(vendor, place, issues) === undefined) continue;
    const copy = readVendor(properties, place, issues, budget);
    if (copy !== undefined && hasMembers(copy)) extensions[vendor] = copy;
  }
  return hasMembers(extensions) ? extensions : undefined;
}

const noVendors: ReadonlySet<string> = new Set();

function readVendor(
  properties: unknown,
  path: string,
  issues: IssueList,
  budget: JsonBudget,
): Extensions[string] | undefined {
  if (!isPlainObject(properties)) {
    issues.addWrongType(path, "an object", properties, extensionsCure);
    return undefined;
  }
  const names = Object.keys(properties);
  if (names.length > grantLimits.extensionNames) {
    const cure = "Give only properties that the vendor has.";
    issues.addTooMany(path, grantLimits.extensionNames, "properties", cure);
    return undefined;
  }
  return readJson(stated(properties, names, path, issues), path, issues, budget) as Extensions[string] | undefined;
}

/** What is undefined may have been meant as a restriction. Forbidden names are kept here, so that they are reported. */
function stated(
  properties: Readonly<Record<string, unknown>>,
  names: readonly string[],
  path: string,
  issues: IssueList,
): Readonly<Record<string, unknown>> {
  const said: Record<string, unknown> = Object.create(null);
  for (const name of names) {
    const value = properties[name];
    if (value === undefined) issues.addUndefined(memberPath(path, name));
    else said[name] = value;
  }
  return said;
}
