import type { Grant } from "./grant.js";
import { type GrantPath, grantPaths } from "./right-path.js";

type ValueAt<Source, Path extends string> = Path extends `${infer First}.${infer Rest}`
  ? First extends keyof Source
    ? ValueAt<NonNullable<Source[First]>, Rest>
    : never
  : Path extends keyof Source
    ? Exclude<Source[Path], undefined>
    : never;

/** What a grant has at one path: `boolean` at `rights.admit`. */
export type GrantValue<Path extends GrantPath> = ValueAt<Grant, Path>;

/** The paths that a grant can do without. */
export type OptionalGrantPath = Exclude<GrantPath, "purpose" | "room">;

type Members = Readonly<Record<string, unknown>>;

const namesByPath: ReadonlyMap<string, readonly string[]> = new Map(grantPaths.map((path) => [path, path.split(".")]));

/** What the grant states at `path`; `undefined` when it makes no statement. */
export function readPath<Path extends GrantPath>(grant: Partial<Grant>, path: Path): GrantValue<Path> | undefined {
  let value: unknown = grant;
  for (const name of namesOf(path)) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Members)[name];
  }
  return value as GrantValue<Path> | undefined;
}

/** The grant with `value` at `path`; `grant` stays as it is. `value` becomes part of the result without a copy. */
export function withPath<Path extends GrantPath>(grant: Grant, path: Path, value: GrantValue<Path>): Grant {
  return replaced(grant as unknown as Members, namesOf(path), 0, value) as unknown as Grant;
}

/** The grant without a statement at `path`. Objects that this leaves empty go too; `grant` stays as it is. */
export function withoutPath(grant: Grant, path: OptionalGrantPath): Grant {
  return removed(grant as unknown as Members, namesOf(path), 0) as unknown as Grant;
}

function namesOf(path: GrantPath): readonly string[] {
  return namesByPath.get(path) ?? [];
}

function replaced(source: Members, names: readonly string[], depth: number, value: unknown): Members {
  const name = names[depth];
  if (name === undefined) return source;
  const inner = depth === names.length - 1 ? value : replaced((source[name] ?? {}) as Members, names, depth + 1, value);
  return Object.freeze({ ...source, [name]: inner });
}

function removed(source: Members, names: readonly string[], depth: number): Members {
  const name = names[depth];
  if (name === undefined || source[name] === undefined) return source;
  const { [name]: member, ...rest } = source;
  if (depth === names.length - 1) return Object.freeze(rest);
  const inner = removed(member as Members, names, depth + 1);
  if (inner === member) return source;
  return Object.freeze(Object.keys(inner).length === 0 ? rest : { ...source, [name]: inner });
}
