import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

/** Any number as text. */
const mended = (members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof members["theme"] === "number" ? { ...members, theme: String(members["theme"]) } : members;

export const broken: Broken = {
  fault: "takes a number for a text where an extension is one",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const { reference, ...others } = request.grant.extensions ?? {};
        if (reference === undefined) return encode(request);
        const extensions = { ...others, reference: mended(reference) };
        return encode({ ...request, grant: { ...request.grant, extensions } });
      },
    })),
};
