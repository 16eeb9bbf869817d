import type { Grant, GrantPath } from "@roompass/core/adapter";
import { type FieldValue, fieldValues, isWrittenText } from "../moves/field-values.js";
import { grantSaying, grantsSaying, sourceFor, states, tokenFor } from "../moves/make-source.js";
import type { Source } from "../moves/source.js";
import { lostTogether } from "../moves/together.js";
import { refusalOf } from "../run/refusal.js";
import { grantAt } from "../subject/example-values.js";
import { generatedNow as now } from "../subject/generated-now.js";
import { makeToken } from "../subject/make.js";
import type { Subject } from "../subject/subject.js";
import { hasOwnClaim, requiredClaim } from "../tokens/recipe.js";
import type { Json } from "../vectors/vector.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { slug } from "./slug.js";

/** What says the same as silence needs no claim: walking in, every room. */
const isLikeSilence = ({ name }: FieldValue): boolean => name === "every" || name === "direct";

function placeOf(subject: Subject, said: FieldValue, { claims }: Source): string {
  const path = said.path as GrantPath;
  if (isLikeSilence(said) || !hasOwnClaim(subject.adapter, path)) return "written";
  return grantAt(claims, requiredClaim(subject.adapter, path).join(".")) === undefined
    ? "written somewhere else"
    : "written";
}

/** What a token says that the subject itself issued: what is written by the encoder may still be changed on the way. */
async function issued(subject: Subject, said: FieldValue, grant: Json): Promise<string> {
  if (subject.issue === undefined) return "written";
  try {
    const { native } = await makeToken(subject, grant, now);
    const read = subject.adapter.decode(native as never).grant;
    return states(subject.adapter, read, said, grant) ? "written" : "changed when issued";
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    return "written";
  }
}

/** Whether a token is issued, or a request made, that says it all the same, whatever has to stand beside it. */
async function isIssued(subject: Subject, said: FieldValue): Promise<boolean> {
  if (subject.issue === undefined && subject.plan === undefined) return false;
  for (const grant of grantsSaying(subject, said, now)) {
    try {
      const { native } = await makeToken(subject, grant, now);
      if (states(subject.adapter, subject.adapter.decode(native as never).grant, said, grant)) return true;
    } catch (error) {
      if (refusalOf(error) === undefined) throw error;
    }
  }
  return false;
}

const carriedOf = ({ adapter }: Subject, { path }: FieldValue): string =>
  adapter.capabilities[path as GrantPath]?.carried ?? "none";

/** What is not carried exactly may be lost here: `issue` reads the token back, and refuses. Text is never lost. */
const mayBeLost = (subject: Subject, said: FieldValue): boolean =>
  said.path !== "together" && carriedOf(subject, said) !== "exact" && !isWrittenText(said);

/**
 * A value that the vendor does not take is refused by the encoder; what it takes comes back. What the encoder refuses
 * nobody issues: otherwise no other case would have a token to look at, while users get some.
 */
async function observe(subject: Subject, said: FieldValue): Promise<Observation> {
  const source = sourceFor(subject, said, now);
  const grant = grantSaying(subject, said, now);
  const expected = { becomes: "written" };
  if (source !== undefined) {
    const isText = isWrittenText(said) || said.path === "together";
    const becomes = mayBeLost(subject, said) ? "written" : placeOf(subject, said, source);
    const told = becomes === "written" && isText ? await issued(subject, said, grant) : becomes;
    return { expected, actual: { becomes: told } };
  }
  const { source: made, isWhole } = tokenFor(subject, grant as unknown as Grant, now);
  if (isWhole && !mayBeLost(subject, said)) {
    const lost = said.path === "together" ? { paths: lostTogether(subject.adapter, grant, made.decoded.grant) } : {};
    return { expected, actual: { becomes: "lost", ...lost } };
  }
  const becomes = (await isIssued(subject, said)) ? "refused by the encoder, and issued all the same" : "refused";
  return { expected: { becomes: "refused" }, actual: { becomes } };
}

/**
 * What the table says is carried is written, at the claim that the table names, or refused by the encoder. Text is never
 * changed, wherever it is carried, and neither is one field because of another. Vectors for every vendor write and read
 * claims by that name.
 */
export function encodeCases(subject: Subject): readonly Case[] {
  // No end at all is no statement where nobody documents what that means.
  const isListed = (said: FieldValue): boolean =>
    said.path === "together" || (carriedOf(subject, said) !== "none" && said.value !== null);
  return fieldValues(now, subject.adapter.limits)
    .filter(isListed)
    .map((said) =>
      generatedCase({
        id: `core.encode.${slug(said.path)}.${said.name}`,
        comment: `${said.path} ${said.name} is written where the table says, or refused`,
        category: "encode",
        flag: "Declared",
        asked: () => grantSaying(subject, said, now),
        observe: () => observe(subject, said),
      }),
    );
}
