import { decodeJson, encodeJson } from "../../src/tokens/base64url.ts";
import { signatureOf } from "../../src/tokens/signature.ts";
import type { Broken } from "./support/broken.ts";
import { issuingWith } from "./support/failing.ts";

export const broken: Broken = {
  fault: "writes the key into the token",
  make: () =>
    issuingWith((issued, { secret }) => {
      const [header, claims] = issued.token.split(".");
      const shown = `${header}.${encodeJson({ ...(decodeJson(claims) as object), signedWith: secret })}`;
      return { ...issued, token: `${shown}.${signatureOf(shown, secret)}` };
    }),
};
