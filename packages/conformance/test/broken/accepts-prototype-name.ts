import type { Broken } from "./support/broken.ts";
import { isGood, lenient, opened, resigned } from "./support/lenient.ts";

const isMap = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
const plainCopy = (value: object): object =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== "__proto__"));

export const broken: Broken = {
  fault: "passes over members named __proto__",
  make: () =>
    lenient((token, context) => {
      const read = isGood(token, context) ? opened(token) : undefined;
      if (read === undefined || !JSON.stringify(read).includes('"__proto__"')) return undefined;
      const text = JSON.stringify(read, (_, value) => (isMap(value) ? plainCopy(value) : value));
      return resigned(JSON.parse(text), context);
    }),
};
