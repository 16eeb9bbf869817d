import type { Finding, Native } from "@roompass/core/adapter";
import { type Draft, isObject } from "@roompass/core/kit";
import { contradictionsOf } from "./contradictions.js";
import { dataFieldTypes, type FieldType, type MeteredProperties, topFieldTypes } from "./properties.js";
import { unknownClaimFindings } from "./unknown-claims.js";

type Members = Readonly<Record<string, unknown>>;

const typeNames: Readonly<Record<FieldType, string>> = {
  name: "a text that is not empty",
  text: "a string",
  switch: "true or false",
  integer: "an integer",
};

function hasType(value: unknown, type: FieldType): boolean {
  if (type === "integer") return Number.isSafeInteger(value);
  if (type === "switch") return typeof value === "boolean";
  return typeof value === "string" && (type === "text" || value !== "");
}

function invalid(path: string, expected: string): Finding {
  return {
    id: "claims.invalid",
    severity: "error",
    path,
    message: `\`${path}\` is not ${expected}.`,
    cure: "Mint the token with the type that Metered documents.",
  };
}

/**
 * Reads one field into `draft`. A value of the wrong type is reported and left out; of the two switches that grant
 * something the lowest value is taken instead, since their absence may mean more. An empty name is no name and not the
 * same as none: nobody documents which room, which person or which app it would be.
 */
function readField(
  draft: Draft<MeteredProperties>,
  name: string,
  type: FieldType,
  path: string,
  value: unknown,
  findings: Finding[],
): void {
  const properties = draft as Record<string, unknown>;
  if (hasType(value, type)) {
    properties[name] = value;
  } else if (name === "meta" && typeof value === "object" && value !== null) {
    properties[name] = JSON.stringify(value);
    findings.push({
      id: "metered.meta-not-text",
      severity: "warning",
      path,
      message: `\`${path}\` is JSON rather than text; it is read as its text.`,
      cure: "Stringify `meta` before minting.",
    });
  } else {
    if (name === "isAdmin" || name === "globalToken") properties[name] = false;
    findings.push(invalid(path, typeNames[type]));
  }
}

/** Reads the known members into `draft` and returns the others. */
function readMembers(
  members: Members,
  types: Readonly<Record<string, FieldType>>,
  prefix: string,
  draft: Draft<MeteredProperties>,
  findings: Finding[],
): [string, unknown][] {
  const others: [string, unknown][] = [];
  for (const name of Object.keys(members)) {
    const value = members[name];
    if (value === undefined) continue;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (type === undefined) others.push([name, value]);
    else readField(draft, name, type, `${prefix}${name}`, value, findings);
  }
  return others;
}

/**
 * Reads wire claims, `{ data: { ... }, iat }`. Members that nobody documents survive in `unknown`, those inside `data`
 * under `unknown.data`. Expiry and not-before are kept apart by place: `exp` and `nbf` beside `data`, the body fields
 * inside it, because no published token shows where the service writes them.
 */
export function fromClaims(claims: Members): Native<MeteredProperties> {
  const properties: Draft<MeteredProperties> = {};
  const findings: Finding[] = [];
  const data = Object.hasOwn(claims, "data") ? claims["data"] : undefined;
  if (!isObject(data)) findings.push(invalid("data", "an object, as in every Metered access token"));
  const insideData = isObject(data) ? readMembers(data, dataFieldTypes, "data.", properties, findings) : [];
  const besideData = readMembers(claims, topFieldTypes, "", properties, findings).filter(([name]) => name !== "data");
  // `Object.fromEntries` defines members, so that no name can reach a prototype.
  const unknown = Object.fromEntries(
    insideData.length === 0 ? besideData : [...besideData, ["data", Object.fromEntries(insideData)]],
  );
  findings.push(...contradictionsOf(properties), ...unknownClaimFindings(unknown));
  return { properties, unknown, findings };
}

function membersOf(
  properties: MeteredProperties,
  types: Readonly<Record<string, FieldType>>,
  unknown: unknown,
): [string, unknown][] {
  const known = Object.keys(types).map((name): [string, unknown] => [name, (properties as Members)[name]]);
  const others = isObject(unknown) ? Object.entries(unknown).filter(([name]) => !Object.hasOwn(types, name)) : [];
  return [...known.filter(([, value]) => value !== undefined), ...others];
}

/**
 * The claims that a token with these properties has: the exact inverse of `fromClaims`. Nothing is signed with them; the
 * service mints. They serve emulation, test vectors and reading back.
 */
export function toClaims(native: Native<MeteredProperties>): Record<string, unknown> {
  const unknownData = Object.hasOwn(native.unknown, "data") ? native.unknown["data"] : undefined;
  const data = Object.fromEntries(membersOf(native.properties, dataFieldTypes, unknownData));
  const beside = membersOf(native.properties, topFieldTypes, native.unknown).filter(([name]) => name !== "data");
  return Object.fromEntries([["data", data], ...beside]);
}
