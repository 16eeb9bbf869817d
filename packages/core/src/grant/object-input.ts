import { hasMembers, isPlainObject } from "./fields.js";
import type { IssueList } from "./issues.js";

/** Reads one member; `undefined` after reporting what is wrong, or when the member says nothing. */
export type ReadMember<Value> = (value: unknown, path: string, issues: IssueList) => Value | undefined;

/** How an object of optional members is read, prepared once per kind of object. */
export interface ObjectShape<Value> {
  readonly path: string;
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlyMap<string, Member<Value>>;
  /** Members that may be there and `undefined`: what describes, hints or starts something, and takes nothing away. */
  readonly mayBeUndefined: ReadonlySet<string>;
}

interface Member<Value> {
  readonly name: keyof Value & string;
  readonly path: string;
  readonly read: ReadMember<unknown>;
}

/** `path` is where such an object usually is; `mayBeUndefined` says for which members `undefined` is as good as nothing. */
export function objectShape<Value>(
  path: string,
  readers: { readonly [name in keyof Value & string]-?: ReadMember<NonNullable<Value[name]>> },
  mayBeUndefined: readonly (keyof Value & string)[] = [],
): ObjectShape<Value> {
  const names = Object.keys(readers) as (keyof Value & string)[];
  const members = new Map<string, Member<Value>>();
  for (const name of names) {
    members.set(name, {
      name,
      path: path === "" ? name : `${path}.${name}`,
      read: readers[name] as ReadMember<unknown>,
    });
  }
  return { path, names: new Set<string>(names), members, mayBeUndefined: new Set<string>(mayBeUndefined) };
}

/** The object with the members that say something; one that says nothing is `undefined`. */
export function readObject<Value extends object>(
  value: unknown,
  shape: ObjectShape<Value>,
  issues: IssueList,
  path: string = shape.path,
): Value | undefined {
  const draft = readMembers(value, shape, issues, path);
  return draft !== undefined && hasMembers(draft) ? draft : undefined;
}

/** As `readObject`, but an object without members stays one. `draft` is what the members are put into. */
export function readMembers<Value extends object>(
  value: unknown,
  shape: ObjectShape<Value>,
  issues: IssueList,
  path: string = shape.path,
  draft: { [name in keyof Value]?: Value[name] | undefined } = {},
): Value | undefined {
  if (!isPlainObject(value)) {
    issues.addWrongType(path, "an object", value, "Give an object; docs/grant.md lists its fields.");
    return undefined;
  }
  for (const name of Object.keys(value)) {
    if (issues.isFull) break;
    const member = shape.members.get(name);
    if (member === undefined) {
      issues.addUnknownField(path, name, shape.names);
      continue;
    }
    const given = value[name];
    const memberPath = path === shape.path ? member.path : `${path}.${name}`;
    if (given === undefined) {
      if (!shape.mayBeUndefined.has(name)) issues.addUndefined(memberPath);
      continue;
    }
    const read = member.read(given, memberPath, issues);
    if (read !== undefined) draft[member.name] = read as Value[typeof member.name];
  }
  return draft as Value;
}
