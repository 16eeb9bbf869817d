// A vector file as code sees it, format version 1. The one description is the schema in `format/`: these types, the check
// of files and `vectors/schema.json` are made of it.
import type { z } from "zod";
import type { accepted, decoded, refused, requested, signed } from "./format/expectations.js";
import type { fileSchema, level, note } from "./format/file.js";
import type { claimsRecipe, headerRecipe, recipe, textEditSchema } from "./format/recipe.js";

type Deep<Value> = Value extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : Value extends object
    ? { readonly [name in keyof Value]: Deep<Value[name]> }
    : Value;

type Read<Schema extends z.ZodType> = Deep<z.infer<Schema>>;

export type Json = Readonly<Record<string, unknown>>;

/** How binding a test is, in the words of RFC 2119. */
export type Level = Read<typeof level>;

/** Why a test exists, for whoever sees it fail. */
export type Note = Read<typeof note>;
/** What kind of bug a test finds, and how bad that is. */
export type BugType = Note["bugType"];

export type ExpectedRefusal = Read<typeof refused>;
export type ExpectedDecoding = Read<typeof decoded>;
export type ExpectedFinding = ExpectedDecoding["findings"][number];
export type ExpectedToken = Read<typeof signed>;
export type ExpectedRequest = Read<typeof requested>;
/** What `verify` and `encode-example` accept. */
export type ExpectedAcceptance = Read<typeof accepted>;

/** A change of a part's JSON text, in the order of its members. */
export type TextEdit = Read<typeof textEditSchema>;
export type HeaderRecipe = Read<typeof headerRecipe>;
export type ClaimsRecipe = Read<typeof claimsRecipe>;

/**
 * A change of the token's text; parts are counted from 0, `at` from the end where it is negative. The schema lists the
 * members of all edits in one; here each has those that it needs.
 */
export type TokenEdit =
  | { readonly edit: "before"; readonly text: string }
  | { readonly edit: "after"; readonly text: string }
  | { readonly edit: "insert"; readonly part: number; readonly at: number; readonly text: string }
  | { readonly edit: "replace"; readonly part: number; readonly text: string }
  | { readonly edit: "remove-part"; readonly part: number }
  | { readonly edit: "add-part"; readonly text: string }
  | { readonly edit: "other-character"; readonly part: number; readonly at: number }
  | { readonly edit: "spare-bits"; readonly part: number }
  | { readonly edit: "cut"; readonly part: number; readonly characters: number }
  | { readonly edit: "repeat"; readonly part: number; readonly text: string; readonly count: number };

/** How a token is made of the example grant, one fault at a time. */
export type TokenRecipe = Omit<Read<typeof recipe>, "edits" | "editsBeforeSigning"> & {
  readonly editsBeforeSigning?: readonly TokenEdit[];
  readonly edits?: readonly TokenEdit[];
};

export type VectorFile = Read<typeof fileSchema>;

export interface VectorInput {
  readonly op: string;
  /** Unix seconds. */
  readonly now: number;
  readonly key?: string;
  readonly token?: unknown;
  readonly room?: Json;
  readonly method?: "sign" | "request";
  readonly tenant?: string;
  /** `encode`: the whole grant; `verify`, `encode-example`: changes of the example grant, see `exampleGrant`. */
  readonly grant?: Json;
  /** `verify`, `encode-example`: members that the example grant is without; `expiresAt` stands for `expiresIn` as well. */
  readonly grantWithout?: readonly string[];
  /** `verify`: the keys that the verifier holds, newest first; default the signing key. */
  readonly keys?: readonly string[];
  /** A value `{ "$example": "<path>" }` stands for the example grant's value at that path. */
  readonly expectations?: Json;
  /** `verify`: processor time that the call may take at most, measured apart from making the token. */
  readonly budgetMilliseconds?: number;
  /** Further members belong to the operation; see INTERPRETING.md. */
  readonly [member: string]: unknown;
}

export type Expected = Readonly<Record<string, unknown>> & { readonly outcome: "ok" | "error" | "unsupported" };

/** One test with everything that it inherits from its group and its file. */
export interface VectorTest {
  /** Stable, and never used for anything else again. */
  readonly id: string;
  /** What is examined, in one sentence. */
  readonly comment: string;
  /** The kind of test, which decides what `input` and `expect` hold. */
  readonly suite: string;
  /** What it is about; one of `categories`. */
  readonly category: string;
  /** How binding it is. */
  readonly level: Level;
  /** The revision of the specification that brought it. */
  readonly since: number;
  /** The last revision in which it counts. */
  readonly until?: number;
  /** Operations and neutral paths without which it does not apply. */
  readonly requires: readonly string[];
  /** Vendors that the test does not hold for: it is not listed for them, as if it was another vendor's own. */
  readonly except?: readonly string[];
  /** Names of `notes`. */
  readonly flags: readonly string[];
  /** Why tests with a flag exist. */
  readonly notes: Readonly<Record<string, Note>>;
  /** The id of the test with the opposite outcome. */
  readonly twin?: string;
  /** What the subject gets. */
  readonly input: VectorInput;
  /** All keys of the file, by id. */
  readonly keys: Readonly<Record<string, string>>;
  /** What has to come out. */
  readonly expect: Expected;
}
