import { describe, expect, it } from "vitest";
import { errorOf } from "../../core/src/errors/testing/error-of.ts";
import { createVideoSDK } from "./provider.js";
import { apiKey, now, secret } from "./testing/provider.js";

const make = (changes: unknown) => () => createVideoSDK({ apiKey, secret, clock: () => now, ...(changes as object) });

describe("settings", () => {
  it.each([
    ["apikey", "apiKey"],
    ["secrets", "secret"],
  ])("that do not exist are refused: %s", async (name, meant) => {
    expect(await errorOf(make({ [name]: "x" }))).toMatchObject({
      code: "provider.settings",
      path: `settings.${name}`,
      cure: `Did you mean \`${meant}\`?`,
    });
  });

  it.each(["apiKey"])("that nobody filled in are refused: %s", async (name) => {
    expect(await errorOf(make({ [name]: undefined }))).toMatchObject({
      code: "provider.settings",
      path: `settings.${name}`,
      message: `\`settings.${name}\` is undefined.`,
    });
  });

  it("are an object", async () => {
    for (const given of ["key", null, []]) {
      expect(await errorOf(() => createVideoSDK(given as never))).toMatchObject({
        code: "provider.settings",
        path: "settings",
      });
    }
  });
});
