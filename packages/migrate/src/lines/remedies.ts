import type { Refusal, Remedy } from "@roompass/core";

/** What would let a refused translation pass: a remedy, and the paths that it is for. */
export interface LineRemedy extends Remedy {
  /** Absent where the value lists them. */
  readonly paths?: readonly string[];
}

interface Group {
  readonly paths: Set<string>;
  readonly values: Set<unknown>;
  readonly remedy: Remedy;
}

/** Remedies of one setting with lists for values, such as `allowWidening`, are one with all their items. */
function keyOf({ where, vendor, setting, value }: Remedy): string {
  return JSON.stringify([where, vendor, setting, Array.isArray(value) ? "list" : value]);
}

/** Each remedy once, however many paths it is for. A path that none of them has cannot be made to pass. */
export function remediesOf(refusals: readonly Refusal[]): readonly LineRemedy[] {
  const groups = new Map<string, Group>();
  for (const { path, remedy } of refusals) {
    if (remedy === undefined) continue;
    const key = keyOf(remedy);
    const group = groups.get(key) ?? { paths: new Set(), values: new Set(), remedy };
    groups.set(key, group);
    group.paths.add(path);
    if (Array.isArray(remedy.value)) for (const item of remedy.value) group.values.add(item);
  }
  return [...groups.values()].map(({ paths, values, remedy }) => ({
    ...(paths.size === values.size && [...paths].every((path) => values.has(path)) ? {} : { paths: [...paths] }),
    ...(remedy.vendor === undefined ? {} : { vendor: remedy.vendor }),
    where: remedy.where,
    setting: remedy.setting,
    ...(remedy.value === undefined ? {} : { value: Array.isArray(remedy.value) ? [...values] : remedy.value }),
  }));
}
