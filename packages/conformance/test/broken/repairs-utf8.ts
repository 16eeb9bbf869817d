import type { Broken } from "./support/broken.ts";
import { isGood, lenient, resigned } from "./support/lenient.ts";

const isSound = (bytes: Buffer): boolean => Buffer.from(bytes.toString()).equals(bytes);
const read = (bytes: Buffer): Readonly<Record<string, unknown>> => JSON.parse(bytes.toString());

export const broken: Broken = {
  fault: "repairs text that is no UTF-8",
  make: () =>
    lenient((token, context) => {
      if (!isGood(token, context)) return undefined;
      const [header, claims] = token.split(".").map((part) => Buffer.from(part, "base64url"));
      if (header === undefined || claims === undefined || (isSound(header) && isSound(claims))) return undefined;
      try {
        return resigned({ header: read(header), claims: read(claims) }, context);
      } catch {
        return undefined;
      }
    }),
};
