import fc from "fast-check";
import { expect, it } from "vitest";
import { vendorNamed } from "../vendors/vendors.js";
import { issueSample, literal, translateSample } from "./code-sample.js";

/** Any text at all, halves of surrogate pairs among it. */
const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

it("writes a value as somebody would write it", () => {
  expect(literal({ room: "standup", rights: { admit: true }, "a-b": [1, null] })).toBe(
    '{ room: "standup", rights: { admit: true }, "a-b": [1, null] }',
  );
  expect(literal({ a: "x".repeat(80) })).toBe(`{\n  a: "${"x".repeat(80)}",\n}`);
});

it("writes every JSON value so that it means the same, without a character that hides", () => {
  fc.assert(
    fc.property(fc.jsonValue(), anyText, (value, text) => {
      const code = literal({ value, text });
      expect(code.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{DI}]/u);
      const read = new Function(`return ${code}`)() as unknown;
      expect(JSON.stringify(read)).toBe(JSON.stringify({ value, text }));
    }),
  );
});

it("names the package, what it exports and what it reads, and no key", () => {
  const sample = issueSample(vendorNamed("videosdk"), { room: "standup", expiresIn: "1h", entry: "direct" });
  expect(sample).toContain('import { createVideoSDK } from "@roompass/videosdk";');
  expect(sample).toContain("VIDEOSDK_API_KEY and VIDEOSDK_SECRET");
  expect(sample).toContain('videosdk.issue({ room: "standup", expiresIn: "1h", entry: "direct" })');
});

it("verifies the old token before it is moved", () => {
  const sample = translateSample(vendorNamed("daily"), vendorNamed("livekit"), { narrow: { expiresIn: "1h" } });
  expect(sample).toMatch(
    /daily\.verify\(oldToken\)[\s\S]*translate\(checked, \{ from: daily, to: livekit, now, policy \}\)/,
  );
  expect(sample).not.toContain("trustUnverified");
});
