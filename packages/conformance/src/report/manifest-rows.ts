import { grantPaths } from "../subject/grant-paths.js";
import type { Report } from "./report.js";

/** One line of an adapter's capability table as a reader sees it; what the adapter does not say is empty. */
export interface CapabilityRow {
  readonly path: string;
  readonly carried: string;
  readonly property: string;
  readonly claim: string;
  readonly note: string;
  readonly outside: string;
  readonly source: string;
  readonly asOf: string;
}

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
};

function outsideText(value: unknown): string {
  const { where, setting } = objectOf(value);
  return where === undefined ? "" : `${textOf(where)}: ${textOf(setting)}`;
}

/** The capability table, path by path, whatever an adapter has put there. */
export function capabilityRows({ adapter }: Report): readonly CapabilityRow[] {
  const table = objectOf(objectOf(adapter.manifest)["capabilities"]);
  const others = Object.keys(table).filter((name) => !(grantPaths as readonly string[]).includes(name));
  return [...grantPaths, ...others.sort()].map((path) => {
    const { carried, property, claim, note, outside, source, asOf } = objectOf(
      Object.hasOwn(table, path) ? table[path] : undefined,
    );
    return {
      path,
      carried: textOf(carried) || "none",
      property: textOf(property),
      claim: textOf(claim),
      note: textOf(note),
      outside: outsideText(outside),
      source: textOf(source),
      asOf: textOf(asOf),
    };
  });
}

/** A list of the manifest, such as `issuance`, as words. */
export function manifestWords({ adapter }: Report, member: string): string {
  const value = objectOf(adapter.manifest)[member];
  return Array.isArray(value) ? value.map(textOf).join(", ") : textOf(value);
}
