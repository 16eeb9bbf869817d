import type { Broken } from "./support/broken.ts";
import { referenceWith, without } from "./support/broken.ts";

export const broken: Broken = {
  fault: "declares a field that it does not carry",
  make: () =>
    referenceWith(({ encode }) => ({
      encode: (request) => {
        const { native, problems } = encode(request);
        return { native: { ...native, properties: without(native.properties, "email") }, problems };
      },
    })),
};
