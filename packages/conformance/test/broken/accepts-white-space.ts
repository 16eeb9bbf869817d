import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "accepts white space inside and around a token",
  make: () =>
    lenient((token, context) => {
      if (!/[ \t\r\n]/.test(token)) return undefined;
      const [trimmed, joined] = [token.trim(), token.replaceAll(/[ \t\r\n]/g, "")];
      const read = isGood(trimmed, context) || isGood(joined, context) ? opened(joined) : undefined;
      return read === undefined ? undefined : resigned(read, context);
    }),
};
