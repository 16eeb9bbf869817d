import { signatureOf } from "../../src/tokens/signature.ts";
import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "compares the signature only as far as the token brings it",
  make: () =>
    lenient((token, { secrets }) => {
      const [header, claims, signature, ...rest] = token.split(".");
      const shown = `${header}.${claims}`;
      if (signature === undefined || rest.length > 0) return undefined;
      const whole = secrets.map((secret) => signatureOf(shown, secret)).find((right) => right.startsWith(signature));
      return whole === undefined ? undefined : `${shown}.${whole}`;
    }),
};
