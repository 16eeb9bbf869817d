import { describe, expect, it } from "vitest";
import { createLogger } from "./logger.js";
import { createScrubber } from "./scrubber.js";
import { secretForms } from "./secret-forms.js";

const secret = 'TEST-ONLY-s?cret/"with"&more+5f1c';

describe("a scrubber", () => {
  it("replaces a secret in each of its spellings, at any place in base64", () => {
    const scrub = createScrubber([secret]);
    const around = ["", "a", "ab"].flatMap((before) => ["", "y", "yz"].map((after) => before + secret + after));
    const texts = [
      ...secretForms(secret),
      `https://vendor.example/api?secretKey=${encodeURIComponent(secret)}&x=1`,
      JSON.stringify({ deep: [secret] }),
      Buffer.from(secret).toString("hex"),
      ...around.map((text) => Buffer.from(text).toString("base64")),
      ...around.map((text) => Buffer.from(text).toString("base64url")),
    ];
    for (const text of texts) {
      const left = scrub(text);
      expect(left).toContain("[secret]");
      for (const form of secretForms(secret)) expect(left).not.toContain(form);
    }
  });

  it("leaves no end of a secret that begins with another one", () => {
    expect(createScrubber(["TEST-ONLY-1", "TEST-ONLY-1234"])("<TEST-ONLY-1234>")).toBe("<[secret]>");
  });

  it("replaces tokens, and nothing else", () => {
    const scrub = createScrubber([]);
    expect(scrub("a eyJhbGciOiJIUzI1NiJ9.eyJyIjoiaGVsbG8ifQ.c2ln b")).toBe("a [secret] b");
    expect(scrub("a plain line")).toBe("a plain line");
  });

  it("is not confused by the signs of patterns", () => {
    expect(createScrubber(["TEST.(ONLY)*[a-z]+|$"])("x TEST.(ONLY)*[a-z]+|$ TESTxONLY")).toBe("x [secret] TESTxONLY");
  });
});

describe("the logger", () => {
  function lines(log: (logger: ReturnType<typeof createLogger>) => void): string {
    let all = "";
    log(
      createLogger({
        level: "trace",
        scrub: createScrubber([secret]),
        write: (line) => {
          all += line;
        },
      }),
    );
    return all;
  }

  it("scrubs the finished line, wherever in it the secret was", () => {
    const all = lines((logger) => {
      logger.info({ url: `https://x.example/?k=${encodeURIComponent(secret)}`, [secret]: { a: [secret] } }, secret);
      logger.child({ secret }).debug("child");
    });
    for (const form of secretForms(secret)) expect(all).not.toContain(form);
    expect(all.match(/\[secret\]/g)).toHaveLength(5);
  });

  it("shows kind, code and place of an error, and not its message", () => {
    const all = lines((logger) => {
      try {
        new URL("bad://", "also bad secret=abc");
      } catch (error) {
        logger.error({ err: error }, "failed");
      }
    });
    const [line = ""] = all.split("\n");
    expect(JSON.parse(line).err).toMatchObject({ type: "TypeError", code: "ERR_INVALID_URL" });
    expect(all).not.toContain("secret=abc");
  });
});
