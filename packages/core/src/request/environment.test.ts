import { afterEach, describe, expect, it, vi } from "vitest";
import { readEnvironment } from "./environment.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("a setting of the environment", () => {
  it("is its text, nothing trimmed", () => {
    vi.stubEnv("TEST_ONLY_SETTING", " value\n");
    expect(readEnvironment("TEST_ONLY_SETTING")).toBe(" value\n");
  });

  it("is missing when it is empty or not there", () => {
    vi.stubEnv("TEST_ONLY_SETTING", "");
    expect(readEnvironment("TEST_ONLY_SETTING")).toBeUndefined();
    expect(readEnvironment("TEST_ONLY_NO_SUCH_SETTING")).toBeUndefined();
  });

  it("is missing on platforms that have no environment", () => {
    for (const process of [undefined, {}, { env: undefined }]) {
      vi.stubGlobal("process", process);
      expect(readEnvironment("PATH")).toBeUndefined();
    }
  });
});
