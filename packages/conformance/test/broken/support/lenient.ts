import type { Subject, VerifyContext } from "../../../src/index.ts";
import { completeSubject } from "../../../src/index.ts";
import { referenceAdapter } from "../../../src/reference/adapter.ts";
import { decodeJson, encodeJson } from "../../../src/tokens/base64url.ts";
import { isSignedWith, signatureOf } from "../../../src/tokens/signature.ts";
import type { JsonObject } from "./broken.ts";

/** A token as a careless reader sees it. */
export interface Opened {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

/** What a careless verifier takes a token for; undefined where it is as strict as it has to be. */
export type Leniency = (token: string, context: VerifyContext) => string | undefined;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Strict about the spelling: only what a fault is about is read carelessly. */
const partOf = (text: string | undefined): unknown => JSON.parse(JSON.stringify(decodeJson(text)));

/** Header and claims; undefined where there are none. Of two members of one name it sees the last. */
export function opened(token: string): Opened | undefined {
  try {
    if (token.length > longest) return undefined;
    const parts = token.split(".");
    const [header, claims] = parts.map((text, index) => (index < 2 ? partOf(text) : undefined));
    return isObject(header) && isObject(claims) ? { header, claims } : undefined;
  } catch {
    return undefined;
  }
}

/** Beyond the limits of a token, in characters. */
const longest = 200_000;

/** Signed once more with the verifier's own key: the strict verifier behind will accept what it would have refused. */
export function resigned({ header, claims }: Opened, { secrets }: VerifyContext): string {
  const shown = `${encodeJson(header)}.${encodeJson(claims)}`;
  return `${shown}.${signatureOf(shown, secrets[0] ?? "")}`;
}

export const isGood = (token: string, { secrets }: VerifyContext, algorithm = "HS256"): boolean =>
  secrets.some((secret) => isSignedWith(token, secret, algorithm));

/** The longest token that is read at all, in characters. */
const limit = 16_384;

/**
 * The reference adapter with a verifier that takes some tokens for better ones: what a careless verifier would have
 * accepted is put right before it is verified strictly, so that only the one carelessness shows.
 *
 * @param atMost Tokens longer than this are verified as they are.
 */
export function lenient(leniency: Leniency, atMost = limit): Subject {
  const subject = completeSubject({ adapter: referenceAdapter });
  return {
    ...subject,
    verify: async (token, context) => {
      if (subject.verify === undefined) throw new Error("The reference adapter verifies.");
      const isShort = typeof token === "string" && token.length <= atMost;
      const taken = isShort ? leniency(token, context) : undefined;
      return subject.verify(taken ?? token, context);
    },
  };
}

/** A verifier that reads the claims of tokens with a good signature in another way. */
export function readingClaims(change: (claims: JsonObject, context: VerifyContext) => JsonObject | undefined): Subject {
  return lenient((token, context) => {
    const read = isGood(token, context) ? opened(token) : undefined;
    const claims = read === undefined ? undefined : change(read.claims, context);
    return read === undefined || claims === undefined ? undefined : resigned({ ...read, claims }, context);
  });
}

/** A verifier that passes over header members of tokens with a good signature. */
export function passingOver(...names: readonly string[]): Subject {
  return lenient((token, context) => {
    const read = isGood(token, context) ? opened(token) : undefined;
    if (read === undefined || !names.some((name) => Object.hasOwn(read.header, name))) return undefined;
    const kept = Object.entries(read.header).filter(([name]) => !names.includes(name));
    return resigned({ ...read, header: Object.fromEntries(kept) }, context);
  });
}

/** What a token is good for, as a careless verifier sees it; empty where it does not say. */
export interface Seen {
  readonly room: string;
  readonly participant: string;
  readonly isBound: boolean;
}

type Expecting = Readonly<Record<string, unknown>>;

/** A verifier that expects something else than it was told to. */
export function expecting(change: (context: { readonly expectations: Expecting }, seen: Seen) => Expecting): Subject {
  const subject = completeSubject({ adapter: referenceAdapter });
  return {
    ...subject,
    verify: async (token, context) => {
      if (subject.verify === undefined) throw new Error("The reference adapter verifies.");
      const isShort = typeof token === "string" && token.length <= limit;
      const { claims = {} }: Partial<Opened> = (isShort ? opened(token) : undefined) ?? {};
      const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
      const seen = { room: textOf(claims["room"]), participant: textOf(claims["user"]), isBound: "user" in claims };
      const expectations = change({ expectations: { ...context.expectations } }, seen);
      return subject.verify(token, { ...context, expectations });
    },
  };
}

/** The reference adapter that tells something else of a token that it has verified. */
export function verifyingAs(change: (grant: JsonObject) => object): Subject {
  const subject = completeSubject({ adapter: referenceAdapter });
  return {
    ...subject,
    verify: async (token, context) => {
      if (subject.verify === undefined) throw new Error("The reference adapter verifies.");
      const { grant } = await subject.verify(token, context);
      return { grant: change(grant as unknown as JsonObject) as typeof grant };
    },
  };
}
