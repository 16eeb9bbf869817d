import { fieldHints } from "./hints.js";
import { memberPath } from "./path-text.js";
import { fieldPaths, rightPaths } from "./right-path.js";

const longestName = 40;

/** Every field by its last name, so that `camera` in the wrong place finds `rights.publish.camera`. */
const fieldsByLastName: ReadonlyMap<string, string> = collectFields();

/**
 * The field that somebody probably meant by `name` inside `parent`: a known habit, a field of that name elsewhere, or a
 * sibling at a small edit distance; `undefined` when nothing is near. The result is made of our own names and `parent`.
 */
export function suggestField(parent: string, name: string, siblings: ReadonlySet<string>): string | undefined {
  if (name.length > longestName) return undefined;
  const plain = plainForm(name);
  for (const sibling of siblings) {
    if (plainForm(sibling) === plain) return memberPath(parent, sibling);
  }
  return suggestHint(parent, plain, siblings) ?? fieldsByLastName.get(plain) ?? suggestSibling(parent, plain, siblings);
}

function suggestHint(parent: string, plain: string, siblings: ReadonlySet<string>): string | undefined {
  const target = Object.hasOwn(fieldHints, plain) ? fieldHints[plain] : undefined;
  if (target === undefined) return undefined;
  const lastName = target.slice(target.lastIndexOf(".") + 1);
  return siblings.has(lastName) ? memberPath(parent, lastName) : target;
}

function suggestSibling(parent: string, plain: string, siblings: ReadonlySet<string>): string | undefined {
  let bestDistance = plain.length <= 4 ? 2 : 3;
  let best: string | undefined;
  for (const sibling of siblings) {
    const distance = editDistance(plain, plainForm(sibling));
    if (distance < bestDistance) {
      bestDistance = distance;
      best = sibling;
    }
  }
  return best === undefined ? undefined : memberPath(parent, best);
}

function plainForm(name: string): string {
  return name.replace(/[_\s-]/g, "").toLowerCase();
}

/** How many letters have to be added, removed, changed or swapped with their neighbour to get from one to the other. */
export function editDistance(first: string, second: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row++) {
    const current = [row];
    for (let column = 1; column <= second.length; column++) {
      const same = first[row - 1] === second[column - 1];
      let distance = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1];
      if (swapped) distance = Math.min(distance, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(distance);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[second.length] ?? 0;
}

function collectFields(): Map<string, string> {
  const fields = new Map<string, string>();
  const remember = (path: string) => {
    const lastName = plainForm(path.slice(path.lastIndexOf(".") + 1));
    if (!fields.has(lastName)) fields.set(lastName, path);
  };
  remember("expiresIn");
  remember("extensions");
  // Rights first: `camera` more often means the right than how the client starts.
  for (const path of [...rightPaths, ...fieldPaths]) {
    for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) remember(path.slice(0, dot));
    remember(path);
  }
  return fields;
}
