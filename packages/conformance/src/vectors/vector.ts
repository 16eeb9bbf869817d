// The shape of a vector file, format version 1. `vectors/schema.json` says the same for other languages.

export type Json = Readonly<Record<string, unknown>>;

export type Level = "MUST" | "SHOULD" | "MAY";

export type BugType =
  | "AUTH_BYPASS"
  | "PRIVILEGE_WIDENING"
  | "TIME"
  | "MALLEABILITY"
  | "DATA_LOSS"
  | "SECRET_LEAK"
  | "RESOURCE"
  | "FUNCTIONALITY"
  | "BASIC";

/** Why a test exists, for whoever sees it fail. */
export interface Note {
  readonly bugType: BugType;
  readonly description: string;
  readonly effect: string;
  readonly links?: readonly string[];
  readonly cves?: readonly string[];
}

export interface ExpectedFinding {
  readonly severity: "error" | "warning" | "info";
  readonly id: string;
  readonly path: string;
}

export interface ExpectedRefusal {
  readonly outcome: "error";
  /** Several where the codes belong to several: what refuses first is left to the implementation. */
  readonly phase: string | readonly string[];
  readonly anyOf: readonly string[];
  /** Left out: not compared. */
  readonly path?: string;
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

/** What `verify` and `encode-example` accept. */
export interface ExpectedAcceptance {
  readonly outcome: "ok";
  /** `verify`: members of the grant by dotted path; the others are not compared. */
  readonly grant?: Json;
  /** `verify`: the grant has no instant at `expiresAt`: it is `null` or left out, as the vendor documents absence. */
  readonly expires?: false;
  /** `encode-example`: values by neutral path, as they stand in the claims, or in the body of the request. */
  readonly paths?: Json;
}

/** A change of a part's JSON text, in this order. */
export interface TextEdit {
  /** The whole text instead. */
  readonly text?: string;
  /** Right after the opening brace: members of an object, with a comma at the end. */
  readonly first?: string;
  /** The same as bytes, as base64url, for what is no text; stands before `first`. */
  readonly firstBytes?: string;
  readonly before?: string;
  readonly after?: string;
  readonly encoding?: "utf-8" | "utf-16le" | "utf-16be";
  /** Bytes, as base64url, before and after the encoded text. */
  readonly bytesBefore?: string;
  readonly bytesAfter?: string;
  /** The whole part's bytes instead, as base64url. */
  readonly raw?: string;
}

export interface HeaderRecipe extends TextEdit {
  /** Members over `alg` and `typ`. */
  readonly members?: Json;
  readonly remove?: readonly string[];
}

export interface ClaimsRecipe extends TextEdit {
  /** Values by neutral path, written at the claim that the adapter's capability table names, as they are. */
  readonly paths?: Json;
  /** Paths whose claim is left out. */
  readonly removePaths?: readonly string[];
  /** Literal members. */
  readonly members?: Json;
  /**
   * Members that would be too long to write down, added in this order over all others:
   * - `characters`: a text of so many letters `x`.
   * - `depth`: so many objects inside each other, each with the one member `n`; the innermost value is 1.
   * - `names`: so many members, named by the prefix and a number from 0, which is also their value.
   * - `namesInAll`: as many such members as make the claims have so many, those of objects inside them counted too.
   * - `tokenCharacters`: a text of letters `x` that makes the whole signed token, before `edits`, exactly so long. Comes
   *   last. Some lengths cannot be had, since no part of a token has a length of 4n + 1.
   */
  readonly large?: readonly (
    | { readonly name: string; readonly characters: number }
    | { readonly name: string; readonly depth: number }
    | { readonly prefix: string; readonly names: number }
    | { readonly prefix: string; readonly namesInAll: number }
    | { readonly name: string; readonly tokenCharacters: number }
  )[];
}

/** A change of the token's text; parts are counted from 0, `at` from the end where it is negative. */
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
export interface TokenRecipe {
  /** The account that the claims name instead of the example's; `null`: the claims are made without any. */
  readonly tenant?: string | null;
  readonly header?: HeaderRecipe;
  readonly claims?: ClaimsRecipe;
  /** Edits of the first two parts that the signature covers. */
  readonly editsBeforeSigning?: readonly TokenEdit[];
  readonly sign?: {
    readonly key?: string;
    /** Default the adapter's first. It is also written into the header, unless `header` says otherwise. */
    readonly algorithm?: "HS256" | "HS384" | "HS512" | "none";
    /** `"example"`: the signature is that of the example's token without the recipe's changes of header and claims. */
    readonly over?: "example";
  };
  readonly edits?: readonly TokenEdit[];
  /** The token is not text at all, but this JSON value. */
  readonly value?: unknown;
  /** The whole text instead. */
  readonly literal?: string;
}

export interface VectorKey {
  readonly id: string;
  readonly text: string;
}

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
  readonly id: string;
  readonly comment: string;
  readonly suite: string;
  readonly category: string;
  readonly level: Level;
  readonly since: number;
  readonly until?: number;
  readonly requires: readonly string[];
  /** Vendors that the test does not hold for: it is not listed for them, as if it was another vendor's own. */
  readonly except?: readonly string[];
  readonly flags: readonly string[];
  readonly notes: Readonly<Record<string, Note>>;
  readonly twin?: string;
  readonly input: VectorInput;
  /** All keys of the file, by id. */
  readonly keys: Readonly<Record<string, string>>;
  readonly expect: Expected;
}

export interface VectorFile {
  readonly formatVersion: 1;
  readonly suite: string;
  readonly category: string;
  readonly title: string;
  readonly now: number;
  readonly keys: readonly VectorKey[];
  readonly notes: Readonly<Record<string, Note>>;
  readonly groups: readonly {
    readonly title: string;
    readonly requires: readonly string[];
    readonly except?: readonly string[];
    readonly level: Level;
    readonly since: number;
    readonly until?: number;
    readonly input: Partial<VectorInput>;
    readonly tests: readonly (Pick<VectorTest, "id" | "comment" | "flags" | "expect" | "twin"> & {
      readonly input: Partial<VectorInput>;
    })[];
  }[];
}
