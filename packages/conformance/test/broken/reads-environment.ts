import type { Broken } from "./support/broken.ts";
import { referenceWith } from "./support/broken.ts";

const fallbackOf = (language: string): object =>
  process.env["ROOMPASS_TEST_ONLY_LANGUAGE"] === language ? { language } : {};

export const broken: Broken = {
  fault: "reads the environment",
  make: () =>
    referenceWith(({ join }) => ({
      join: (grant) => {
        const { language } = grant.client ?? {};
        return language === undefined ? join(grant) : { ...join(grant), ...fallbackOf(language) };
      },
    })),
};
