import type { Broken } from "./support/broken.ts";
import { isGood, lenient, resigned } from "./support/lenient.ts";

const mark = "\u{feff}";

export const broken: Broken = {
  fault: "skips a byte order mark",
  make: () =>
    lenient((token, context) => {
      if (!isGood(token, context)) return undefined;
      const [header, claims] = token.split(".").map((part) => Buffer.from(part, "base64url").toString());
      if (header === undefined || claims === undefined || !`${header}${claims}`.includes(mark)) return undefined;
      try {
        return resigned(
          { header: JSON.parse(header.replace(mark, "")), claims: JSON.parse(claims.replace(mark, "")) },
          context,
        );
      } catch {
        return undefined;
      }
    }),
};
