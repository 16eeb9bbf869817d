import { RoompassError } from "../errors/roompass-error.js";
import { isPlainObject } from "./fields.js";
import { typeName } from "./issues.js";
import { elementPath, memberPath } from "./path-text.js";

/** Objects and lists inside each other, the outermost counted as one. */
export const jsonDepthLimit = 16;

/** Something that JSON cannot hold or that roompass does not take, without the value itself. */
export interface JsonProblem {
  readonly path: string;
  /** Completes "`path` ...": `is nested too deeply`. */
  readonly message: string;
  readonly cure: string;
}

/** Members and elements in all; no token holds as many, and shared parts of a value cannot multiply without end. */
export const jsonSizeLimit = 10_000;

/** What is wrong with `value` as JSON; empty when nothing is. After a hundred problems or the size limit it stops. */
export function checkJsonValue(value: unknown, path = ""): readonly JsonProblem[] {
  return copyJson(value, path).problems;
}

/**
 * A deep copy of a JSON value. Its objects have no prototype, so no inherited name can be taken for a member.
 *
 * @throws RoompassError `grant.invalid` when it is not a JSON value of at most 16 levels and 10 000 members.
 */
export function cloneJson<Value>(value: Value, path = ""): Value {
  const { copy, problems } = copyJson(value, path);
  const [first] = problems;
  if (first !== undefined) {
    const place = first.path === "" ? "The value" : `\`${first.path}\``;
    throw new RoompassError("grant.invalid", `${place} ${first.message}.`, { path: first.path, cure: first.cure });
  }
  return copy as Value;
}

/** Enumerable members with text names, as JSON.stringify takes them. Checks and copies in one pass, so that what was checked is what is kept even where members are getters. */
export function copyJson(
  value: unknown,
  path: string,
): { readonly copy: unknown; readonly problems: readonly JsonProblem[] } {
  const copier = new JsonCopier(path);
  return { copy: copier.copyValue(value), problems: copier.problems };
}

const mostProblems = 100;

class JsonCopier {
  readonly problems: JsonProblem[] = [];
  readonly #path: string;
  /** Names from the outermost value inwards; paths are written out only for problems. */
  readonly #trail: (string | number)[] = [];
  #size = 0;

  constructor(path: string) {
    this.#path = path;
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
    if (this.#trail.length >= jsonDepthLimit) {
      return this.#report(`is nested more than ${jsonDepthLimit} levels deep`, "Flatten it, and check for cycles.");
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
    if (this.problems.length >= mostProblems) return false;
    this.#size += 1;
    if (this.#size <= jsonSizeLimit) return true;
    if (this.#size === jsonSizeLimit + 1) {
      this.#report(
        `is part of a value with more than ${jsonSizeLimit} members`,
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
