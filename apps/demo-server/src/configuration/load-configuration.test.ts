import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../testing/temporary-folder.js";
import { ConfigurationError } from "./configuration-error.js";
import { loadConfiguration } from "./load-configuration.js";

async function load(text: string, environment: Record<string, string> = {}) {
  const path = join(temporaryFolder(), "roompass.env");
  writeFileSync(path, text);
  return await loadConfiguration({ ROOMPASS_CONFIG_FILE: path, ...environment });
}

describe("R26: a configuration file", () => {
  it("has lines of NAME=value, quotes and remarks, and the environment wins", async () => {
    const text = `# ours\n\nROOMPASS_PORT=1\nexport ROOMPASS_LOG_LEVEL='error'\r\nDAILY_API_KEY="TEST-ONLY # key"\n`;
    expect(await load(text, { ROOMPASS_PORT: "2" })).toMatchObject({
      ROOMPASS_PORT: 2,
      ROOMPASS_LOG_LEVEL: "error",
      DAILY_API_KEY: ["TEST-ONLY # key"],
    });
  });

  it.each(["ROOMPASS_PORT 1", "ROOMPASS_PORT=1\nDAILY_API_KEY: TEST-ONLY-canary", "PATH=/x"])(
    "is refused with a line that is not one of those: %j",
    async (text) => {
      await expect(load(text)).rejects.toThrow(ConfigurationError);
      await expect(load(text)).rejects.not.toThrow("canary");
    },
  );

  it("has to be there, and short", async () => {
    await expect(loadConfiguration({ ROOMPASS_CONFIG_FILE: "/nowhere/roompass.env" })).rejects.toThrow(
      "cannot be read",
    );
    await expect(load(`# ${"x".repeat(70_000)}`)).rejects.toThrow("64 KiB");
  });
});
