import { isPlainObject } from "./fields.js";
import { typeName } from "./issues.js";
import { grantLimits } from "./limits.js";
import { elementPath, memberPath } from "./path-text.js";

/** Something that JSON cannot hold or that roompass does not take, without the value itself. */
export interface JsonProblem {
  readonly path: string;
  /** Completes "`path` ...": `is nested too deeply`. */
  readonly message: string;
  readonly cure: string;
}

/** How many members and elements may still be copied; made with `jsonBudget`. */
export interface JsonBudget {
  left: number;
}

export function jsonBudget(): JsonBudget {
  return { left: grantLimits.jsonMembers };
}

/**
 * A deep copy of a JSON value, whose objects have no prototype, and what is wrong with the value as JSON; the copy is
 * good only where nothing is. Takes enumerable members with text names, as JSON.stringify does. Checks and copies in one
 * pass, so that what was checked is what is kept even where members are getters.
 */
export function copyJson(
  value: unknown,
  path: string,
  budget: JsonBudget = jsonBudget(),
): { readonly copy: unknown; readonly problems: readonly JsonProblem[] } {
  const copier = new JsonCopier(path, budget);
  return { copy: copier.copyValue(value), problems: copier.problems };
}

class JsonCopier {
  readonly problems: JsonProblem[] = [];
  readonly #path: string;
  /** Names from the outermost value inwards; paths are written out only for problems. */
  readonly #trail: (string | number)[] = [];
  readonly #budget: JsonBudget;

  constructor(path: string, budget: JsonBudget) {
    this.#path = path;
    this.#budget = budget;
  }

  copyValue(value: unknown): unknown {
    if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
    if (typeof value === "number") {
      // JSON.stringify writes -0 as 0.
      if (Number.isFinite(value)) return value === 0 ? 0 : value;
      return this.#report("is not a finite number", "JSON has only finite numbers.");
    }
    const isList = Array.isArray(value);
    if (!isList && !isPlainObject(value)) {
      return this.#report(`must be a JSON value, not ${typeName(value)}`, "Give plain JSON values only.");
    }
    // A cycle ends here as well.
    if (this.#trail.length >= grantLimits.jsonLevels) {
      return this.#report(
        `is nested more than ${grantLimits.jsonLevels} levels deep`,
        "Flatten it, and check for cycles.",
      );
    }
    return isList ? this.#copyList(value) : this.#copyMembers(value);
  }

  #copyList(list: readonly unknown[]): unknown[] {
    const copy: unknown[] = [];
    for (let index = 0; index < list.length && this.#goesOn(); index++) {
      this.#trail.push(index);
      copy.push(this.copyValue(list[index]));
      this.#trail.pop();
    }
    return copy;
  }

  #copyMembers(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const copy: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(members)) {
      if (!this.#goesOn()) break;
      this.#trail.push(name);
      if (name === "__proto__") this.#report("has a forbidden name", "Rename it; such members poison objects.");
      else copy[name] = this.copyValue(members[name]);
      this.#trail.pop();
    }
    return copy;
  }

  #goesOn(): boolean {
    if (this.problems.length >= grantLimits.issues) return false;
    this.#budget.left -= 1;
    if (this.#budget.left >= 0) return true;
    // Said once: by the member that does not fit any more.
    if (this.#budget.left === -1) {
      this.#report(
        `is part of a value with more than ${grantLimits.jsonMembers} members`,
        "Keep such data elsewhere, and its key here.",
      );
    }
    return false;
  }

  #report(message: string, cure: string): undefined {
    let path = this.#path;
    for (const name of this.#trail) path = typeof name === "number" ? elementPath(path, name) : memberPath(path, name);
    this.problems.push({ path, message, cure });
    return undefined;
  }
}
