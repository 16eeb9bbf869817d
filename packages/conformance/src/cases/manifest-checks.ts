import { descriptionOf } from "../subject/describe.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";

/** One thing that has to hold for what an adapter says of itself: the problems, none when it holds. */
export interface ManifestCheck {
  readonly id: string;
  readonly comment: string;
  readonly problems: (subject: Subject) => readonly string[];
}

const carriedWords: ReadonlySet<string> = new Set(["exact", "role", "partly", "none"]);

function isPlainData(value: unknown): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return value.every(isPlainData);
  return (
    (prototype === Object.prototype || prototype === null) &&
    Object.values(value).every((member) => member === undefined || isPlainData(member))
  );
}

/** The places at which something can still be changed, by dotted path. */
function unfrozen(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, member]) => unfrozen(member, `${path}.${name}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

interface Sourced {
  readonly source?: unknown;
  readonly asOf?: unknown;
}

const unsourced = (name: string, { source, asOf }: Sourced): readonly string[] => [
  ...(typeof source === "string" && source !== "" ? [] : [`${name}.source`]),
  ...(typeof asOf === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(asOf) ? [] : [`${name}.asOf`]),
];

const waysOf = (ways: readonly unknown[], allowed: readonly string[]): readonly string[] =>
  ways.filter((way) => !allowed.includes(way as string)).map(String);

export const manifestChecks: readonly ManifestCheck[] = [
  {
    id: "specification",
    comment: "the adapter says which version of the interface it was written for",
    problems: ({ adapter }) => (adapter.specificationVersion === 1 ? [] : ["specificationVersion"]),
  },
  {
    id: "names",
    comment: "the vendor has a short name in lower case, and one for people",
    problems: ({ adapter }) => [
      ...(/^[a-z][a-z0-9-]*$/.test(adapter.vendor) ? [] : ["vendor"]),
      ...(adapter.displayName.trim() === "" ? ["displayName"] : []),
    ],
  },
  {
    id: "json",
    comment: "the description is plain JSON",
    problems: ({ adapter }) =>
      isPlainData(descriptionOf(adapter)) ? [] : ["the description holds something that is not JSON"],
  },
  {
    id: "frozen",
    comment: "nothing in the description can be changed by who reads it",
    problems: ({ adapter }) => [
      ...(Object.isFrozen(adapter) ? [] : ["adapter"]),
      ...Object.entries(descriptionOf(adapter)).flatMap(([name, value]) => unfrozen(value, name)),
    ],
  },
  {
    id: "every-path",
    comment: "every neutral path has a row, also one that says none",
    problems: ({ adapter }) => grantPaths.filter((path) => !carriedWords.has(adapter.capabilities[path]?.carried)),
  },
  {
    id: "no-other-path",
    comment: "no row speaks of a path that does not exist",
    problems: ({ adapter }) =>
      Object.keys(adapter.capabilities).filter((path) => !(grantPaths as readonly string[]).includes(path)),
  },
  {
    id: "sources",
    comment: "every fact names its source and the month in which it was read",
    problems: ({ adapter }) => [
      ...Object.entries(adapter.capabilities).flatMap(([path, row]) => unsourced(`capabilities.${path}`, row)),
      ...Object.entries(adapter.residueRules).flatMap(([name, rule]) => unsourced(`residueRules.${name}`, rule)),
      ...Object.entries(adapter.harmless).flatMap(([name, fact]) => unsourced(`harmless.${name}`, fact)),
    ],
  },
  {
    id: "claims-named",
    comment: "what is carried names the property that carries it",
    problems: ({ adapter }) =>
      grantPaths.filter((path) => {
        const row = adapter.capabilities[path];
        return row?.carried === "exact" && row.property === undefined;
      }),
  },
  {
    id: "algorithms",
    comment: "there are algorithms, and `none` is not one",
    problems: ({ adapter }) => {
      const { algorithms } = adapter.header;
      if (algorithms.length === 0) return ["header.algorithms"];
      return algorithms.filter((name) => name.toLowerCase() === "none");
    },
  },
  {
    id: "ways",
    comment: "the ways of issuing and verifying are known ones",
    problems: ({ adapter }) => [
      ...waysOf(adapter.issuance, ["sign", "request"]).map((way) => `issuance ${way}`),
      ...waysOf(adapter.verification, ["offline", "remote"]).map((way) => `verification ${way}`),
    ],
  },
  {
    id: "operations",
    comment: "what the adapter claims to do it does, and nothing else",
    problems: ({ adapter, issue, plan, verify }) => [
      ...(issue !== undefined && !adapter.issuance.includes("sign") ? ["`issue` without `sign` in `issuance`"] : []),
      ...(issue === undefined && adapter.issuance.includes("sign") ? ["`sign` in `issuance` without `issue`"] : []),
      ...(plan !== undefined && !adapter.issuance.includes("request")
        ? ["`plan` without `request` in `issuance`"]
        : []),
      ...(plan === undefined && adapter.issuance.includes("request") ? ["`request` in `issuance` without `plan`"] : []),
      ...(verify !== undefined && adapter.verification.length === 0 ? ["`verify` with an empty `verification`"] : []),
    ],
  },
  {
    id: "limits",
    comment: "limits are whole positive numbers of known paths",
    problems: ({ adapter: { limits } }) => {
      const lengths = Object.entries(limits.maxLength ?? {});
      const { min, max } = limits.lifetimeSeconds ?? {};
      const numbers = [...lengths.map(([, length]) => length), limits.tokenCharacters, min, max];
      return [
        ...lengths.filter(([path]) => !(grantPaths as readonly string[]).includes(path)).map(([path]) => path),
        ...numbers.filter((value) => value !== undefined && !(Number.isSafeInteger(value) && value > 0)).map(String),
      ];
    },
  },
];
