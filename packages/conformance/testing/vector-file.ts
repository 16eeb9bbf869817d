// The shape of a vector file, as far as running it needs it; `vectors/schema.json` has the whole of it.
import { readFileSync } from "node:fs";

export type Json = Readonly<Record<string, unknown>>;

export interface ExpectedFinding {
  readonly severity: "error" | "warning" | "info";
  readonly id: string;
  readonly path: string;
}

export interface ExpectedRefusal {
  readonly outcome: "error";
  readonly phase: string;
  readonly anyOf: readonly string[];
  readonly path: string;
}

export interface ExpectedDecoding {
  readonly outcome: "ok";
  readonly header?: Json;
  readonly claims: Json;
  readonly grant: Json;
  readonly issuance: Json;
  readonly residue?: Json;
  readonly unknown: Json;
  readonly findings: readonly ExpectedFinding[];
  readonly authority?: Json;
}

export interface ExpectedToken {
  readonly outcome: "ok";
  readonly header?: Json;
  readonly properties?: Json;
  readonly claims: Json;
  readonly canonical?: true;
  readonly token?: string;
  readonly report?: readonly { readonly path: string; readonly kind: string }[];
}

export interface ExpectedRequest {
  readonly outcome: "ok";
  readonly request: Json;
}

export interface VectorKey {
  readonly id: string;
  readonly text: string;
}

export interface VectorInput {
  readonly op: "decode" | "encode";
  /** Unix seconds. */
  readonly now: number;
  readonly key?: string;
  readonly token?: string;
  readonly room?: Json;
  readonly method?: "sign" | "request";
  readonly tenant?: string;
  readonly grant?: Json;
}

/** One test with everything that it inherits from its group and its file. */
export interface VectorTest {
  readonly id: string;
  readonly comment: string;
  readonly input: VectorInput;
  readonly key?: VectorKey;
  readonly expect: ExpectedDecoding | ExpectedToken | ExpectedRequest | ExpectedRefusal;
}

interface VectorFile {
  readonly now: number;
  readonly keys: readonly VectorKey[];
  readonly groups: readonly {
    readonly input: Partial<VectorInput>;
    readonly tests: readonly (Pick<VectorTest, "id" | "comment" | "expect"> & {
      readonly input: Partial<VectorInput>;
    })[];
  }[];
}

/** Freezes deeply: what an adapter is given must come out unchanged. */
function frozen<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

/** The tests of `vectors/vendor/<vendor>/<category>.json`. */
export function readVectorTests(vendor: string, category: "decode" | "encode"): readonly VectorTest[] {
  const address = new URL(`../vectors/vendor/${vendor}/${category}.json`, import.meta.url);
  const file = frozen(JSON.parse(readFileSync(address, "utf8")) as VectorFile);
  return file.groups.flatMap((group) =>
    group.tests.map((test) => {
      const input = { now: file.now, ...group.input, ...test.input } as VectorInput;
      const key = file.keys.find(({ id }) => id === input.key);
      return { id: test.id, comment: test.comment, expect: test.expect, input, ...(key === undefined ? {} : { key }) };
    }),
  );
}
