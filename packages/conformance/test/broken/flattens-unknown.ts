import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

const flat = (value: unknown): unknown => (Array.isArray(value) ? value.join() : value);

export const broken: Broken = {
  fault: "writes unknown values as text",
  make: () =>
    referenceWith(({ fromClaims }) => ({
      fromClaims: (claims) => {
        const native = fromClaims(claims);
        const unknown = Object.entries(native.unknown).map(([name, value]) => [name, flat(value)]);
        return { ...native, unknown: Object.fromEntries(unknown) };
      },
    })),
};
