import type { IssueContext, Subject, VerifyContext } from "../../../src/index.ts";
import { completeSubject } from "../../../src/index.ts";
import { referenceAdapter } from "../../../src/reference/adapter.ts";
import type { JsonObject } from "./broken.ts";

/** What was at hand when something was refused. */
export interface AtHand {
  readonly secret: string;
  readonly token: string;
}

/** The reference adapter whose refusals with one code are changed before they are thrown. */
export function refusingWith(code: string, change: (error: Error, atHand: AtHand) => Error): Subject {
  const subject = completeSubject({ adapter: referenceAdapter });
  return {
    ...subject,
    verify: async (token: unknown, context: VerifyContext) => {
      if (subject.verify === undefined) throw new Error("The reference adapter verifies.");
      try {
        return await subject.verify(token, context);
      } catch (error) {
        if ((error as { readonly code?: string }).code !== code) throw error;
        throw change(error as Error, { secret: context.secrets[0] ?? "", token: String(token) });
      }
    },
  };
}

/** The same error, as far as its code and its path are concerned, with another message and further members. */
export function errorLike(error: Error, message: string, members: object = {}): Error {
  const { code, path } = error as { readonly code?: string; readonly path?: string };
  const rest = path === undefined ? {} : { path };
  return Object.defineProperties(
    new Error(message),
    Object.getOwnPropertyDescriptors({ name: error.name, code, ...rest, ...members }),
  );
}

/** The reference adapter that returns something else with an issued token. */
export function issuingWith(
  change: (issued: { readonly token: string }, context: IssueContext) => { readonly token: string },
): Subject {
  const subject = completeSubject({ adapter: referenceAdapter });
  return {
    ...subject,
    issue: async (grant, context) => {
      if (subject.issue === undefined) throw new Error("The reference adapter signs.");
      return change(await subject.issue(grant, context), context);
    },
  };
}

/** The reference adapter that issues for something else than it was asked for. */
export function asking(change: (grant: JsonObject) => JsonObject): Subject {
  const subject = completeSubject({ adapter: referenceAdapter });
  return {
    ...subject,
    issue: async (grant, context) => {
      if (subject.issue === undefined) throw new Error("The reference adapter signs.");
      return subject.issue(change(grant as JsonObject), context);
    },
  };
}
