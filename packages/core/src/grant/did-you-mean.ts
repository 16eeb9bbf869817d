import { editDistance } from "./edit-distance.js";
import { fieldHints } from "./hints.js";
import { subscribeKinds } from "./kinds.js";
import { grantLimits } from "./limits.js";
import { nearestName, plainForm } from "./nearest-name.js";
import { memberPath } from "./path-text.js";
import { fieldPaths, rightPaths } from "./right-path.js";

/** Every field by its last name, so that `camera` in the wrong place finds `rights.publish.camera`. */
const fieldsByLastName: ReadonlyMap<string, readonly string[]> = collectFields();

/**
 * The field that somebody probably meant by `name` inside `parent`: a known habit, a field of that name elsewhere, or a
 * sibling at a small edit distance; `undefined` when nothing is near. The result is made of our own names and `parent`.
 */
export function suggestField(parent: string, name: string, siblings: ReadonlySet<string>): string | undefined {
  if (name.length > grantLimits.suggestionCharacters) return undefined;
  const plain = plainForm(name);
  for (const sibling of siblings) {
    if (plainForm(sibling) === plain) return memberPath(parent, sibling);
  }
  return (
    suggestHint(parent, plain, siblings) ??
    suggestElsewhere(parent, plain) ??
    suggestSibling(parent, name, siblings) ??
    suggestMistypedHint(parent, plain, siblings)
  );
}

function suggestHint(parent: string, plain: string, siblings: ReadonlySet<string>): string | undefined {
  const target = Object.hasOwn(fieldHints, plain) ? fieldHints[plain] : undefined;
  if (target === undefined) return undefined;
  const lastName = target.slice(target.lastIndexOf(".") + 1);
  if (siblings.has(lastName)) return memberPath(parent, lastName);
  return fieldBelow(parent, plainForm(lastName)) ?? target;
}

function suggestElsewhere(parent: string, plain: string): string | undefined {
  return fieldBelow(parent, plain) ?? fieldsByLastName.get(plain)?.[0];
}

/** A field one or more levels deeper in the same object: `base.camera` in a selection. */
function fieldBelow(parent: string, lastName: string): string | undefined {
  return parent === "" ? undefined : fieldsByLastName.get(lastName)?.find((path) => path.startsWith(`${parent}.`));
}

function suggestSibling(parent: string, name: string, siblings: ReadonlySet<string>): string | undefined {
  const sibling = nearestName(name, siblings);
  return sibling === undefined ? undefined : memberPath(parent, sibling);
}

/** `nfb` is one slip away from the claim `nbf`. */
function suggestMistypedHint(parent: string, plain: string, siblings: ReadonlySet<string>): string | undefined {
  if (plain.length < 3) return undefined;
  const near = Object.keys(fieldHints).find((habit) => editDistance(plain, habit) === 1);
  return near === undefined ? undefined : suggestHint(parent, near, siblings);
}

function collectFields(): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const remember = (path: string) => {
    const lastName = plainForm(path.slice(path.lastIndexOf(".") + 1));
    const known = fields.get(lastName) ?? [];
    if (!known.includes(path)) fields.set(lastName, [...known, path]);
  };
  // Rights first: `camera` more often means the right than how the client starts.
  for (const path of [...rightPaths, ...fieldPaths, "expiresIn", "extensions"]) {
    for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) remember(path.slice(0, dot));
    remember(path);
  }
  for (const kind of subscribeKinds) remember(`rights.subscribe.base.${kind}`);
  return fields;
}
