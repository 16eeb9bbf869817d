import type { AnyAdapter } from "@roompass/core/adapter";
import { unnamedClaims } from "../moves/unnamed-claims.js";
import { sameValue } from "../run/same-value.js";
import { computedMembers } from "../subject/computed.js";
import { generatedNow } from "../subject/generated-now.js";
import { grantPaths } from "../subject/grant-paths.js";
import type { Subject } from "../subject/subject.js";
import { NotPlainError, plain } from "../vectors/freeze.js";

/** One thing that has to hold for what an adapter says of itself: the problems, none when it holds. */
export interface ManifestCheck {
  readonly id: string;
  readonly comment: string;
  readonly problems: (subject: Subject) => readonly string[];
}

const carriedWords: ReadonlySet<string> = new Set(["exact", "role", "partly", "none"]);

/** Also without anything by which it could read otherwise the next time, or otherwise than as JSON. */
function isPlainData(value: unknown): boolean {
  try {
    return sameValue(plain(value), value);
  } catch (error) {
    if (error instanceof NotPlainError) return false;
    throw error;
  }
}

/** The places at which something can still be changed, by dotted path. */
function unfrozen(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.entries(value).flatMap(([name, member]) => unfrozen(member, `${path}.${name}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

/** The tables themselves: a description made of them has lost what is no JSON, and is frozen whatever they are. */
const tablesOf = (adapter: AnyAdapter): Readonly<Record<string, unknown>> => {
  const { capabilities, residueRules, limits, harmless, header, issuance, verification } = adapter;
  return { capabilities, residueRules, limits, harmless, header, issuance, verification };
};

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

/** Names that no vendor takes for one another: they differ in letters and digits, at the beginning, in the middle, at the end. */
const roomNames = ["2kyv-gzay-64pg", "2kyv-gzay-64ph", "3kyv-gzay-64pg", "2kyv-hzay-64pg", "2kyv-gzay-64pg-2"];

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
      Object.entries(tablesOf(adapter)).flatMap(([name, table]) => (isPlainData(table) ? [] : [name])),
  },
  {
    id: "frozen",
    comment: "nothing in the description can be changed by who reads it",
    problems: ({ adapter }) => [
      ...(Object.isFrozen(adapter) ? [] : ["adapter"]),
      ...computedMembers(adapter).map((name) => `adapter.${name}`),
      ...Object.entries(tablesOf(adapter)).flatMap(([name, value]) => unfrozen(value, name)),
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
    id: "residue-rules",
    comment: "every rule about what has no neutral name is one of three kinds, and says why",
    problems: ({ adapter }) =>
      Object.entries(adapter.residueRules)
        .filter(([, { kind, note }]) => !["binding", "covered", "hint"].includes(kind) || !/\S/.test(note))
        .map(([name]) => name),
  },
  {
    id: "claims-named",
    comment: "what is carried names the property that carries it, and the claim where tokens have one",
    problems: (subject) => {
      const { capabilities } = subject.adapter;
      const bare = grantPaths.filter(
        (path) => capabilities[path]?.carried === "exact" && capabilities[path].property === undefined,
      );
      return [...bare, ...unnamedClaims(subject, generatedNow).map((path) => `${path} has no \`claim\``)];
    },
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
    id: "room-names",
    comment: "rooms are compared by a normal form that makes one of no two",
    problems: ({ adapter }) => {
      const forms = roomNames.map((name) => adapter.normalizeRoom(name));
      return [
        ...(new Set(forms).size === roomNames.length ? [] : ["two names become one"]),
        ...forms.filter((form) => adapter.normalizeRoom(form) !== form),
      ];
    },
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
