import { z } from "zod";
import { grant } from "../vectors/format/grant.js";
import {
  authority,
  ceiling,
  decoded,
  encoded,
  finding,
  issuance,
  issueContext,
  lintContext,
  native,
  noContext,
  object,
  readContext,
  recognition,
  remedies,
  text,
  verifyContext,
} from "./wire-types.js";

interface WireOperation {
  readonly about: string;
  readonly input: z.ZodType;
  readonly context: z.ZodType;
  readonly ok: z.ZodType;
}

const justNative = z.strictObject({ native });
const justGrant = z.strictObject({ grant: object });
const readGrant = z.strictObject({ grant });

const encodeInput = z.strictObject({
  grant: object.describe("In parsed form. Rights are taken from `ceiling`, everything else from here."),
  ceiling,
  residue: object.optional(),
  unknown: object.optional(),
  issuance: issuance.optional(),
  room: object.optional(),
  method: z.enum(["sign", "request"]).optional(),
});

const issued = z.strictObject({
  token: text,
  properties: z.unknown().optional(),
  report: z.array(z.looseObject({ path: text, kind: text })).optional(),
});

/** Every operation, with what it is asked with and what it answers. */
export const wireOperations = {
  fromClaims: {
    about: "Claims in the vendor's own words. Never refuses: what is odd becomes a finding.",
    input: z.strictObject({ claims: object }),
    context: noContext,
    ok: native,
  },
  toClaims: { about: "The claims that say exactly this.", input: justNative, context: noContext, ok: object },
  decode: { about: "What a token states, in neutral words.", input: justNative, context: noContext, ok: decoded },
  encode: {
    about: "A grant as a token's content, with what the vendor does not take.",
    input: encodeInput,
    context: noContext,
    ok: encoded,
  },
  authority: {
    about: "What a token lets its holder do, defaults of the vendor included.",
    input: justNative,
    context: readContext,
    ok: authority,
  },
  recognize: {
    about: "Whether a token is this vendor's; null: no sign of it.",
    input: z.strictObject({ header: object, claims: object }),
    context: noContext,
    ok: recognition,
  },
  normalizeRoom: {
    about: "The form in which names of rooms are compared.",
    input: z.strictObject({ name: z.string() }),
    context: noContext,
    ok: z.string(),
  },
  lint: {
    about: "What a person should know of a token beyond the neutral rules.",
    input: justNative,
    context: lintContext,
    ok: z.array(finding),
  },
  join: { about: "What the client has to pass to the vendor's SDK.", input: justGrant, context: noContext, ok: object },
  roomRequirements: {
    about: "Settings that the room needs for this token to mean what it says.",
    input: justNative,
    context: noContext,
    ok: remedies,
  },
  issue: {
    about: "Signs a token for a grant as somebody wrote it, right or wrong.",
    input: z.strictObject({ grant: z.unknown() }),
    context: issueContext,
    ok: issued,
  },
  plan: {
    about: "The request that would mint a token, as data without the secret.",
    input: z.strictObject({ grant: z.unknown() }),
    context: issueContext,
    ok: object,
  },
  verify: {
    about: "Checks a token, which may be any JSON value, and tells what it grants.",
    input: z.strictObject({ token: z.unknown() }),
    context: verifyContext,
    ok: readGrant,
  },
} as const satisfies Readonly<Record<string, WireOperation>>;

export type WireOperationName = keyof typeof wireOperations;

export const wireOperationNames = Object.keys(wireOperations) as readonly WireOperationName[];

/** Without these there is nothing to examine. The others may be left out. */
export const neededOperations = [
  "fromClaims",
  "toClaims",
  "decode",
  "encode",
  "authority",
] as const satisfies readonly WireOperationName[];
