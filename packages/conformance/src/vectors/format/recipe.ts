import { z } from "zod";
import { about, named, notEmpty, some } from "./describe.js";
import { bytes, compactToken, depth, free, keyName, size, text } from "./parts.js";

/** A change of a part's JSON text, in this order. */
const textEdit = {
  /** The whole text instead. */
  text: z.string().exactOptional(),
  /** Right after the opening brace: members of an object, with a comma at the end. */
  first: text.exactOptional(),
  /** The same as bytes, as base64url, for what is no text; stands before `first`. */
  firstBytes: bytes.exactOptional(),
  before: text.exactOptional(),
  after: text.exactOptional(),
  /** Left out: UTF-8. */
  encoding: z.enum(["utf-16le", "utf-16be"]).exactOptional(),
  /** Bytes, as base64url, before and after the encoded text. */
  bytesBefore: bytes.exactOptional(),
  bytesAfter: bytes.exactOptional(),
  /** The whole part's bytes instead, as base64url. */
  raw: bytes.exactOptional(),
};

export const textEditSchema = z.strictObject(textEdit);

export const headerRecipe = notEmpty(
  z.strictObject({
    /** Members over `alg` and `typ`. */
    members: free.exactOptional(),
    remove: some(z.string()).exactOptional(),
    ...textEdit,
  }),
);

/**
 * Members that would be too long to write down, added in this order over all others:
 * - `characters`: a text of so many letters `x`.
 * - `depth`: so many objects inside each other, each with the one member `n`; the innermost value is 1.
 * - `tokenCharacters`: a text of letters `x` that makes the whole signed token, before `edits`, exactly so long. Comes
 *   last. Some lengths cannot be had, since no part of a token has a length of 4n + 1.
 * - `names`: so many members, named by the prefix and a number from 0, which is also their value.
 * - `namesInAll`: as many such members as make the claims have so many, those of objects inside them counted too.
 */
const large = named(
  "large",
  z.xor([
    z.strictObject({ name: z.string(), characters: size }),
    z.strictObject({ name: z.string(), depth }),
    z.strictObject({ name: z.string(), tokenCharacters: size }),
    z.strictObject({ prefix: z.string(), names: size }),
    z.strictObject({ prefix: z.string(), namesInAll: size }),
  ]),
);

export const claimsRecipe = notEmpty(
  z.strictObject({
    /** Values by neutral path, written at the claim that the adapter's capability table names, as they are. */
    paths: about("Values by neutral path.", free).exactOptional(),
    /** Paths whose claim is left out. */
    removePaths: some(text).exactOptional(),
    /** Literal members. */
    members: free.exactOptional(),
    large: some(large).exactOptional(),
    ...textEdit,
  }),
);

/** A change of the token's text. What each edit needs beside its name is in `TokenEdit`. */
const edit = named(
  "edit",
  z.strictObject({
    edit: z.enum([
      "before",
      "after",
      "insert",
      "replace",
      "remove-part",
      "add-part",
      "other-character",
      "spare-bits",
      "cut",
      "repeat",
    ]),
    part: about("Counted from 0.", z.int().min(0)).exactOptional(),
    at: about("From the end where it is negative.", z.int()).exactOptional(),
    text: z.string().exactOptional(),
    characters: size.exactOptional(),
    count: size.exactOptional(),
  }),
);

/** How a token is made of the example grant, one fault at a time. */
export const recipe = named(
  "recipe",
  z.strictObject({
    /** The account that the claims name instead of the example's; `null`: the claims are made without any. */
    tenant: z.union([z.string(), z.null()]).exactOptional(),
    header: headerRecipe.exactOptional(),
    claims: claimsRecipe.exactOptional(),
    /** Edits of the first two parts that the signature covers. */
    editsBeforeSigning: some(edit).exactOptional(),
    sign: notEmpty(
      z.strictObject({
        key: keyName.exactOptional(),
        /** Default the adapter's first. It is also written into the header, unless `header` says otherwise. */
        algorithm: z.enum(["HS256", "HS384", "HS512", "none"]).exactOptional(),
        /** The signature is that of the example's token without the recipe's changes of header and claims. */
        over: z.literal("example").exactOptional(),
      }),
    ).exactOptional(),
    edits: some(edit).exactOptional(),
    /** The token is not text at all, but this JSON value. */
    value: about("Any JSON: the token is no text.", z.unknown()).exactOptional(),
    /** The whole text instead. */
    literal: z.string().exactOptional(),
  }),
  "How a token is made of the example grant, one fault at a time.",
);

export const tokenOrRecipe = z.xor([compactToken, recipe]);
