import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exampleGroups, exampleNamed, firstExample } from "../examples/examples.js";
import { unsignedToken, unsignedTokenOfText } from "../text/unsigned-token.js";
import { longestText, readText } from "./read-text.js";

/** Any text at all, halves of surrogate pairs among it. */
const anyCharacters = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) });

const now = 1_800_000_000;
const example = (id: string): string => exampleNamed(id, now)?.text ?? "";

describe("a text", () => {
  it("of blanks is nothing", () => {
    expect(readText(" \n", undefined, now)).toEqual({ kind: "empty" });
  });

  it("is read by its vendor's rules, with the reason", () => {
    const reading = readText(example(firstExample), undefined, now);
    expect(reading).toMatchObject({ kind: "understood", vendor: { name: "daily" }, isChosen: false, noise: undefined });
    expect(reading.kind === "understood" && reading.inspected.grant.room).toBe("hello");
    expect(reading.kind === "understood" && reading.detection.reason).toContain("domain id");
  });

  it("loses what pasting put around it, and says so", () => {
    const reading = readText(example("noise"), undefined, now);
    expect(reading).toMatchObject({ kind: "understood", vendor: { name: "daily" } });
    expect(reading.kind !== "empty" && reading.noise).toMatch(/quotes.*`Bearer `/);
  });

  it("is taken out of the JSON that an API answered with", () => {
    const token = example(firstExample);
    const answer = JSON.stringify({ provider: "daily", token: ` ${token}`, grant: {} }, undefined, 2);
    expect(readText(answer, undefined, now)).toMatchObject({
      kind: "understood",
      token,
      noise: "Taken out of the JSON around it. Removed from around the token: white space.",
    });
    const spellings = { a: token, b: [` ${token}\n`], authorization: `Bearer ${token}` };
    for (const other of [{ jwt: token }, { data: { accessToken: token } }, [{ token }], spellings]) {
      expect(readText(JSON.stringify(other), undefined, now)).toMatchObject({ kind: "understood", token });
    }
    expect(readText(JSON.stringify({ token, refresh: `${token}x` }), undefined, now)).toMatchObject({ token });
  });

  it("that is JSON with no token or several says so, and nothing about foreign characters", () => {
    const token = example(firstExample);
    const told = (text: string): readonly string[] => {
      const reading = readText(text, undefined, now);
      return reading.kind === "broken"
        ? reading.findings.map(({ id, message }) => `${id}: ${message}`)
        : [reading.kind];
    };
    expect(told(JSON.stringify({ a: token, b: `${token}x` }))).toEqual([
      "page.json: This is JSON with 2 different tokens.",
    ]);
    const none = "page.json: This is JSON, and no text in it looks like a token.";
    for (const text of [
      "{}",
      "[]",
      '{"room":"eyJ"}',
      "[".repeat(500) + "]".repeat(500),
      JSON.stringify({ token: 5 }),
    ]) {
      expect([text, told(text)]).toEqual([text, [none]]);
    }
    expect(told(`{"token":"${token}"`)).not.toContain(none);
  });

  it("is taken out of a command, a setting or a line of a log", () => {
    const token = example(firstExample);
    for (const text of [
      `curl -H "Authorization: Bearer ${token}" https://api.example/`,
      `export MEETING_TOKEN=${token}`,
      `12:00:01 issued ${token} for u_1`,
      `(${token})`,
    ]) {
      const expected = { kind: "understood", token, noise: "Taken out of the text around it." };
      expect(readText(text, undefined, now)).toMatchObject(expected);
    }
    // What could be the rest of it is not cut off, nor is one that is not whole taken for the token.
    for (const text of [`${token}.${token}`, `${token}AAAA`, `-${token}`]) {
      expect(readText(text, undefined, now)).not.toMatchObject({ token });
    }
    expect(readText(`${token.slice(0, -5)}\n${token.slice(-5)}`, undefined, now)).toMatchObject({ token });
  });

  it("that holds several tokens says so, and glues them together to none", () => {
    const [one, other] = [example(firstExample), example("daily-contract")];
    const told = (text: string): readonly string[] => {
      const reading = readText(text, undefined, now);
      return reading.kind === "broken" ? reading.findings.map(({ message, cure }) => `${message} ${cure}`) : [];
    };
    const several = ["This text holds 2 different tokens. Paste the one that is meant."];
    for (const text of [
      `${one}\n${other}`,
      `a: ${one}, b: ${other}`,
      `${one} ${other} ${one}`,
      `{"a":"${one}","${other}`,
    ]) {
      expect([text, told(text)]).toEqual([text, several]);
    }
    expect(readText(`${one}\n${one}`, undefined, now)).toMatchObject({ kind: "understood", token: one });
    expect(told(`${one}${one}`).join()).toContain("pasted once");
    // One token over two lines is one token.
    expect(readText(`${one.slice(0, 60)}\n${one.slice(60)}`, undefined, now).kind).toBe("understood");
  });

  it("shows no bytes that are no text, and text with a fault in it all the same", () => {
    const parts = (text: string) => {
      const reading = readText(text, undefined, now);
      return reading.kind === "broken" ? reading.parts.map((part) => part.text) : [reading.kind];
    };
    expect(parts("eyJ".repeat(200))).toEqual([undefined]);
    expect(parts(`${btoa('{"alg":"HS256","typ":"J\xff"}')}.e30`)[0]).toContain('"HS256"');
  });

  it("whose signature lost its last character is a fault, though it can be read", () => {
    const token = example(firstExample);
    const ids = (text: string): readonly string[] => {
      const reading = readText(text, undefined, now);
      return reading.kind === "understood"
        ? reading.findings.filter(({ severity }) => severity === "error").map(({ id }) => id)
        : [reading.kind];
    };
    expect(ids(token)).toEqual([]);
    // The last character of 31 bytes has two bits that are not used; here they are 0, and the text is well-formed.
    expect(ids(`${token.slice(0, -2)}g`)).toEqual(["page.signature-length"]);
  });

  it("of two possible vendors is nobody's until somebody chooses", () => {
    expect(readText(example("ambiguous"), undefined, now)).toMatchObject({
      kind: "unassigned",
      detection: { candidates: [{ vendor: "daily" }, { vendor: "livekit" }] },
    });
    expect(readText(example("ambiguous"), "livekit", now)).toMatchObject({
      kind: "understood",
      vendor: { name: "livekit" },
      isChosen: true,
    });
  });

  it("that is cut off is broken, with every violation and what can be decoded", () => {
    const reading = readText(example("cut"), undefined, now);
    expect(reading.kind === "broken" && reading.findings.map(({ id }) => id)).toEqual([
      "token.not-three-parts",
      "token.not-canonical",
    ]);
    expect(reading.kind === "broken" && reading.parts[1]?.text).toContain('"nbf":1548721569');
  });

  it("of somebody's own making says what no vendor's header may have", () => {
    const reading = readText(unsignedToken({ x: 1 }, { alg: "none", jku: "https://keys.example" }), undefined, now);
    const ids = reading.kind === "unassigned" ? reading.findings.map(({ id }) => id) : [];
    expect(ids).toEqual(expect.arrayContaining(["header.algorithm", "header.unsupported-member"]));
  });

  it("that is too long is not taken apart", () => {
    const reading = readText("a.".repeat(longestText), undefined, now);
    expect(reading.kind === "broken" && reading.findings.map(({ id }) => id)).toEqual(["token.too-large"]);
    // The page has no setting that could be raised.
    expect(JSON.stringify(reading)).not.toContain("maxBytes");
  });

  it("never throws, whatever it is and whoever is chosen", () => {
    const anyText = fc.oneof(
      anyCharacters,
      fc.jsonValue().map((value) => unsignedTokenOfText(JSON.stringify(value))),
      fc.string().map((claims) => unsignedTokenOfText(claims)),
    );
    const anyVendor = fc.constantFrom(undefined, "daily", "livekit", "metered", "videosdk");
    fc.assert(
      fc.property(anyText, anyVendor, (text, chosen) => {
        expect(["empty", "broken", "unassigned", "understood"]).toContain(readText(text, chosen, now).kind);
      }),
    );
  });
});

describe("examples", () => {
  const all = exampleGroups(now).flatMap(({ title, examples }) => examples.map((one) => ({ ...one, title })));

  it("have names of their own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it.each(all.filter(({ title }) => !title.startsWith("Broken")))("$name is somebody's", ({ text }) => {
    expect(readText(text, undefined, now).kind).toBe("understood");
  });

  it.each(all.filter(({ title }) => title.startsWith("Everyday")))("$name has no fault", ({ text }) => {
    const reading = readText(text, undefined, now);
    const errors =
      reading.kind === "understood" ? reading.inspected.warnings.filter((one) => one.severity === "error") : [];
    expect(errors.filter(({ id }) => id !== "token.not-yet-valid")).toEqual([]);
  });

  it.each(all.filter(({ title }) => title.startsWith("Dangerous")))("$name is warned of", ({ text }) => {
    const reading = readText(text, undefined, now);
    const severities = reading.kind === "understood" ? reading.inspected.warnings.map(({ severity }) => severity) : [];
    expect(severities.some((severity) => severity !== "info")).toBe(true);
  });
});
