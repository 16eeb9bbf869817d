import type { Finding, Native } from "@roompass/core/adapter";
import { type ReferenceProperties, switchOf, switchPaths } from "./properties.js";
import { isObject, type Reader, readers, readSwitch } from "./readers.js";

type Claims = Readonly<Record<string, unknown>>;

/** The claim that only this vendor's tokens have; its value names the vendor and the format. */
export const markName = "kind";
export const markOf = (vendor: string): string => `${vendor}/1`;

const names = Object.keys(readers) as (keyof typeof readers)[];
const known: ReadonlySet<string> = new Set([markName, "can", ...names]);
const switches: ReadonlySet<string> = new Set(Object.values(switchOf));

const finding = (id: string, severity: Finding["severity"], path: string, message: string, cure: string): Finding => ({
  id,
  severity,
  path,
  message,
  cure,
});

/** The value of one claim, or `undefined` where it has none that counts. */
function readClaim(value: unknown, path: string, reader: Reader, findings: Finding[]): unknown {
  if (value === undefined) return undefined;
  if (reader.isIdle?.(value) === true) {
    findings.push(
      finding("claims.tolerated", "info", path, `\`${path}\` says what its absence says.`, "Leave it out."),
    );
    return undefined;
  }
  if (reader.accepts(value)) return value;
  const isWord = reader.isWordUnknown?.(value) === true;
  const id = isWord ? "claims.unknown-value" : "claims.invalid";
  findings.push(finding(id, "error", path, `\`${path}\` is not ${reader.expected}.`, `Mint it as ${reader.expected}.`));
  return reader.lowest;
}

function readCan(value: unknown, findings: Finding[]): { can: ReferenceProperties["can"]; unknown: Claims } {
  if (value === undefined) return { can: undefined, unknown: {} };
  if (!isObject(value)) {
    findings.push(finding("claims.invalid", "error", "can", "`can` is not an object.", "Mint it as an object."));
    return { can: Object.fromEntries([...switches].map((name) => [name, false])), unknown: {} };
  }
  const read = switchPaths
    .map((path) => [
      switchOf[path],
      readClaim(value[switchOf[path]], `can.${switchOf[path]}`, readSwitch(path), findings),
    ])
    .filter(([, said]) => said !== undefined);
  const unknown = Object.fromEntries(Object.entries(value).filter(([name]) => !switches.has(name)));
  const isEmpty = Object.keys(value).length === 0;
  if (isEmpty) findings.push(finding("claims.tolerated", "info", "can", "`can` says nothing.", "Leave it out."));
  return { can: read.length === 0 ? undefined : Object.fromEntries(read), unknown };
}

/** Reads claims. What is not documented survives in `unknown`, where it stood. */
export function readClaims(vendor: string, claims: Claims): Native<ReferenceProperties> {
  const findings: Finding[] = [];
  const own: Claims = Object.fromEntries(Object.entries(claims));
  if (own[markName] !== markOf(vendor)) {
    const message = `\`${markName}\` is not the vendor's mark.`;
    findings.push(finding("claims.invalid", "error", markName, message, `Mint it as ${markOf(vendor)}.`));
  }
  const read: [string, unknown][] = names.map((name) => [name, readClaim(own[name], name, readers[name], findings)]);
  const { can, unknown: inside } = readCan(own["can"], findings);
  const unknown = Object.entries(own).filter(([name]) => !known.has(name));
  if (Object.keys(inside).length > 0) unknown.push(["can", inside]);
  return {
    properties: Object.fromEntries([...read, ["can", can]].filter(([, value]) => value !== undefined)),
    unknown: Object.fromEntries(unknown),
    findings,
  };
}

/** The claims that say exactly this; nothing is added but the mark. */
export function writeClaims(vendor: string, native: Native<ReferenceProperties>): Record<string, unknown> {
  const { properties, unknown } = native;
  const inside = isObject(unknown["can"]) ? unknown["can"] : {};
  const can = { ...properties.can, ...inside };
  const rest = Object.entries(unknown).filter(([name]) => !known.has(name));
  return Object.fromEntries(
    [
      [markName, markOf(vendor)] as const,
      ...names.map((name) => [name, properties[name]] as const),
      ["can", Object.keys(can).length === 0 ? undefined : can] as const,
      ...rest,
    ].filter(([, value]) => value !== undefined),
  );
}
