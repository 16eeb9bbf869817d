import { signatureOf } from "../../src/tokens/signature.ts";
import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "does not look at the signature",
  make: () =>
    lenient((token, { secrets }) => {
      const [header, claims, signature, ...rest] = token.split(".");
      if (signature === undefined || rest.length > 0) return undefined;
      const shown = `${header}.${claims}`;
      return `${shown}.${signatureOf(shown, secrets[0] ?? "")}`;
    }),
};
