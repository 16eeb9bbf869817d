import type { Subject } from "../../../src/index.ts";
import { completeSubject } from "../../../src/index.ts";
import { minimalAdapter } from "../../../src/reference/minimal.ts";
import type { JsonObject } from "./broken.ts";

/** The minimal adapter that is asked for something else than it was asked for. */
export function hearing(change: (grant: JsonObject) => JsonObject): Subject {
  const subject = completeSubject({ adapter: minimalAdapter });
  return {
    ...subject,
    issue: async (grant, context) => {
      if (subject.issue === undefined) throw new Error("The minimal adapter signs.");
      return subject.issue(change(grant as JsonObject), context);
    },
  };
}

type Report = readonly { readonly path: string; readonly kind: string }[];

/** The minimal adapter that reports something else than what became of a description. */
export function reporting(change: (report: Report) => Report): Subject {
  const subject = completeSubject({ adapter: minimalAdapter });
  return {
    ...subject,
    issue: async (grant, context) => {
      if (subject.issue === undefined) throw new Error("The minimal adapter signs.");
      const issued = await subject.issue(grant, context);
      return { ...issued, report: change(issued.report ?? []) };
    },
  };
}
