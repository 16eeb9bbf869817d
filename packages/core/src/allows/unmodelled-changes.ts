import { sameValue } from "../grant/compare-values.js";
import { isObject } from "../grant/is-object.js";
import { formatPath } from "../jws/token-finding.js";
import type { Change } from "./comparison.js";
import { isSameToken, type Subject, unreadIn } from "./subject.js";

type Members = Readonly<Record<string, unknown>>;

interface Leaf {
  readonly names: readonly string[];
  readonly value: unknown;
}

/** Everything inside an object that is no object itself, each with the names that lead to it. */
function leavesOf(members: Members, names: readonly string[] = []): Leaf[] {
  return Object.keys(members).flatMap((name) => {
    const value = members[name];
    const here = [...names, name];
    return isObject(value) && Object.keys(value).length > 0 ? leavesOf(value, here) : [{ names: here, value }];
  });
}

/** The leaves that are not the same on both sides, by their place. */
function differingLeaves(before: readonly Leaf[], after: readonly Leaf[], isComparable: boolean): Leaf[] {
  const places = new Map<string, Leaf>();
  const held = new Map(before.map((leaf) => [JSON.stringify(leaf.names), leaf] as const));
  for (const leaf of after) {
    const place = JSON.stringify(leaf.names);
    const other = held.get(place);
    held.delete(place);
    if (!isComparable || other === undefined || !sameValue(leaf.value, other.value)) places.set(place, leaf);
  }
  return [...places.values(), ...held.values()];
}

/** Members that the adapter has never heard of, without those that are known to mean nothing. */
function unknownLeaves({ token }: Subject): Leaf[] {
  if (token === undefined) return [];
  const { adapter, reading } = token;
  return leavesOf(reading.unknown).filter(
    ({ names }) => !names.some((_, index) => Object.hasOwn(adapter.harmless, names.slice(0, index + 1).join("."))),
  );
}

/** What only one vendor has, without hints to its client. */
function extensionLeaves({ grant, token }: Subject): Leaf[] {
  return Object.entries(grant.extensions ?? {}).flatMap(([vendor, properties]) =>
    Object.entries(properties)
      .filter(([name]) => vendor !== token?.adapter.vendor || token.adapter.residueRules[name]?.kind !== "hint")
      .map(([name, value]) => ({ names: [vendor, name], value })),
  );
}

/** What is new may be any power; what is gone may have been a restriction, or nothing. */
function changesAt(root: string, leaves: readonly Leaf[], after: readonly Leaf[], reason: string): Change[] {
  const held = new Set(after);
  return leaves.map((leaf) => ({
    path: formatPath(root, leaf.names),
    kind: held.has(leaf) ? "gained" : "uncertain",
    from: undefined,
    to: undefined,
    reason,
  }));
}

function unreadChanges(before: Subject, after: Subject): Change[] {
  if (isSameToken(before, after)) return [];
  const changes = ({ token }: Subject, kind: Change["kind"], reason: string): Change[] =>
    (token === undefined ? [] : unreadIn(token)).map(({ path = "token" }) => ({
      path,
      kind,
      from: undefined,
      to: undefined,
      reason,
    }));
  return [
    ...changes(after, "gained", "The new one could not be read for certain here, so that it may grant anything."),
    ...changes(before, "uncertain", "The old one could not be read for certain here."),
  ];
}

/** What the neutral model has no name for and may yet change what a token grants. */
export function unmodelledChanges(before: Subject, after: Subject): Change[] {
  const sameVendor = before.token?.adapter.vendor === after.token?.adapter.vendor;
  const unknownAfter = unknownLeaves(after);
  const extensionsAfter = extensionLeaves(after);
  const unknown = differingLeaves(unknownLeaves(before), unknownAfter, sameVendor);
  const extensions = differingLeaves(extensionLeaves(before), extensionsAfter, true);
  return [
    ...unreadChanges(before, after),
    ...changesAt(
      "extensions",
      extensions,
      extensionsAfter,
      "It may grant or restrict something and has no neutral name.",
    ),
    ...changesAt(
      "unknown",
      unknown,
      unknownAfter,
      "The adapter does not know this member, so nobody can say what it grants.",
    ),
  ];
}
