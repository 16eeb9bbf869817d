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

function namesOf(path: GrantPath): readonly string[] {
  return namesByPath.get(path) ?? [];
}
