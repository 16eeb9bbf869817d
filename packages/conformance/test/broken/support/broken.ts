import type { Adapter } from "@roompass/core/adapter";
import type { Subject } from "../../../src/index.ts";
import { completeSubject } from "../../../src/index.ts";
import { referenceAdapter } from "../../../src/reference/adapter.ts";
import { type MinimalProperties, minimalAdapter } from "../../../src/reference/minimal.ts";
import type { ReferenceProperties } from "../../../src/reference/properties.ts";
import { frozen } from "../../../src/vectors/freeze.ts";

/** An adapter that is wrong in one way, on purpose. The cases that it must trip stand in the JSON file beside it. */
export interface Broken {
  /** For the table: what is wrong, in a few words. */
  readonly fault: string;
  readonly make: () => Subject;
}

export type Reference = Adapter<"reference", ReferenceProperties>;
export type Minimal = Adapter<"minimal", MinimalProperties>;
export type JsonObject = Readonly<Record<string, unknown>>;

/** The reference adapter with some members changed. */
export function referenceWith(change: (original: Reference) => Partial<Reference>): Subject {
  return completeSubject({ adapter: frozen({ ...referenceAdapter, ...change(referenceAdapter) }) });
}

/** The reference adapter that writes something else into its tokens. */
export function writing(change: (properties: ReferenceProperties) => ReferenceProperties): Subject {
  return referenceWith(({ encode }) => ({
    encode: (request) => {
      const { native, problems } = encode(request);
      return { native: { ...native, properties: change(native.properties) }, problems };
    },
  }));
}

/** The minimal adapter, which carries next to nothing, with some members changed. */
export function minimalWith(change: (original: Minimal) => Partial<Minimal>): Subject {
  return completeSubject({ adapter: frozen({ ...minimalAdapter, ...change(minimalAdapter) }) });
}

/** Without some members. */
export function without<Value extends object>(value: Value, ...names: readonly string[]): Value {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name))) as Value;
}
