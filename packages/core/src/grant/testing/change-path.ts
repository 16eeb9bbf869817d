import { deepFreeze } from "../freeze.js";
import type { Grant } from "../grant.js";
import type { GrantPath } from "../right-path.js";

type Members = Record<string, unknown>;

/** A copy of the grant with `value` at `path`; with `undefined`, one without a statement there. */
export function changePath(grant: Grant, path: GrantPath, value: unknown): Grant {
  const copy = structuredClone(grant);
  change(copy as unknown as Members, path.split("."), value);
  return deepFreeze(copy);
}

function change(members: Members, [name = "", ...inner]: readonly string[], value: unknown): void {
  if (inner.length === 0) members[name] = value;
  else {
    const below = { ...(members[name] as Members | undefined) };
    change(below, inner, value);
    members[name] = Object.keys(below).length === 0 ? undefined : below;
  }
  if (members[name] === undefined) delete members[name];
}
