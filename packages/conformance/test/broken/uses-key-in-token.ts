import { isSignedWith } from "../../src/tokens/signature.ts";
import type { Broken } from "./support/broken.ts";
import { lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "checks the signature with the key that the token brings along",
  make: () =>
    lenient((token, context) => {
      const read = opened(token);
      const { k } = (read?.header["jwk"] ?? {}) as { readonly k?: string };
      if (read === undefined || typeof k !== "string") return undefined;
      const isSigned = isSignedWith(token, Buffer.from(k, "base64url").toString());
      return isSigned ? resigned({ ...read, header: { alg: "HS256", typ: "JWT" } }, context) : undefined;
    }),
};
