import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "accepts padding behind base64url",
  make: () =>
    lenient((token, context) => {
      const parts = token.split(".");
      if (!token.includes("=") || parts.length !== 3) return undefined;
      const [header, claims, signature] = parts.map((part) => part.replace(/=+$/, ""));
      const isSigned = isGood(`${parts[0]}.${parts[1]}.${signature}`, context);
      const read = isSigned ? opened(`${header}.${claims}.${signature}`) : undefined;
      return read === undefined ? undefined : resigned(read, context);
    }),
};
