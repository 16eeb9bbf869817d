import { signatureOf } from "../../src/tokens/signature.ts";
import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

const compared = 16;

export const broken: Broken = {
  fault: "compares only the first characters of the signature",
  make: () =>
    lenient((token, { secrets }) => {
      const [header, claims, signature, ...rest] = token.split(".");
      const shown = `${header}.${claims}`;
      if (signature === undefined || rest.length > 0) return undefined;
      const start = signature.slice(0, compared);
      const whole = secrets
        .map((secret) => signatureOf(shown, secret))
        .find((right) => right.slice(0, compared) === start);
      return whole === undefined ? undefined : `${shown}.${whole}`;
    }),
};
