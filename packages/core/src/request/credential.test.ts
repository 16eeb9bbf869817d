import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { Credential } from "./credential.js";

const text = "TEST-ONLY-key/with+signs&=of~a'kind!";
const credential = new Credential(text, "apiKey");
const make = (value: unknown): Promise<string> => outcomeOf(() => new Credential(value, "apiKey"));

describe("what is a credential", () => {
  it.each([undefined, null, "", " ", "\n", "\t ", 0, false, Number.NaN, 1, {}, [], [text], Buffer.from(text)])(
    "is text, not %j",
    async (value) => {
      expect(await make(value)).toBe("key.empty apiKey");
    },
  );

  it.each([
    "\n",
    "\r\n",
    "\0",
    "\u001b[31m",
    "\u007f",
    "\u0085",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\u00a0",
    "ä",
    "’",
    "\ud800",
  ])("has nothing but printable ASCII (%#)", async (odd) => {
    for (const value of [`${text}${odd}`, `${odd}${text}`, `${text}${odd}${text}`]) {
      expect(await make(value)).toBe("key.unsuitable apiKey");
    }
  });

  it("is not shown by the error that refuses it", async () => {
    const error = await errorOf(() => new Credential(`${text}\n`, "apiKey"));
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(text);
    expect(error.cure).toContain("line break");
  });
});

describe("what shows of a credential", () => {
  it("is nothing but its name", () => {
    const shown = [
      String(credential),
      `${credential}`,
      JSON.stringify({ credential }),
      inspect(credential, { depth: 10, showHidden: true }),
      inspect({ nested: [credential] }, { depth: 10, showHidden: true }),
      inspect(structuredClone({ credential: { ...credential } }), { showHidden: true }),
      Object.getOwnPropertyNames(credential).join(),
      Object.getOwnPropertyNames(Object.getPrototypeOf(credential)).join(),
    ].join("\n");
    expect(shown).toContain("[Credential]");
    expect(shown).not.toContain("TEST-ONLY");
  });

  it("is handed to whoever uses it", () => {
    expect(credential.use((given) => given)).toBe(text);
  });
});

describe("scrubbing", () => {
  const bytes = Buffer.from(text);

  it.each([
    ["as it is", text],
    ["in capitals", text.toUpperCase()],
    ["in an address", encodeURIComponent(text)],
    ["in an address, in small hexadecimals", encodeURIComponent(text).toLowerCase()],
    ["in a form", new URLSearchParams({ key: text }).toString().slice("key=".length)],
    ["in hexadecimals", bytes.toString("hex")],
    ["in base64", bytes.toString("base64")],
    ["in base64url", bytes.toString("base64url")],
    ["in base64 after one character", Buffer.from(`a${text}`).toString("base64")],
    ["in base64 after a name", Buffer.from(`user:${text}`).toString("base64")],
  ])("finds the secret %s", (_form, written) => {
    const scrubbed = credential.scrub(`invalid key <${written}> given`);
    expect(scrubbed).toMatch(/^invalid key <.{0,7}\[secret\].{0,6}> given$/);
  });

  it("finds a secret that was cut, and leaves what is too short to matter", () => {
    expect(credential.scrub(`key ${text.slice(0, 12)}...`)).toBe("key [secret]...");
    expect(credential.scrub(`key ...${text.slice(-10)}`)).toBe("key ...[secret]");
    expect(credential.scrub(`key ${text.slice(0, 7)}`)).toBe(`key ${text.slice(0, 7)}`);
  });

  it("leaves no piece of twelve characters, wherever the secret stands and however often", () => {
    const around = fc.string({ maxLength: 12 });
    const written = fc.constantFrom(text, encodeURIComponent(text), bytes.toString("base64"), bytes.toString("hex"));
    fc.assert(
      fc.property(fc.array(fc.tuple(around, written, fc.nat(20)), { maxLength: 4 }), (parts) => {
        const said = parts.map(([before, form, cut]) => before + form.slice(cut)).join("");
        const scrubbed = credential.scrub(said);
        for (const form of [text, encodeURIComponent(text), bytes.toString("base64"), bytes.toString("hex")]) {
          for (let start = 0; start + 12 <= form.length; start += 1) {
            expect(scrubbed.includes(form.slice(start, start + 12))).toBe(false);
          }
        }
      }),
    );
  });

  it("finds a short secret as a whole", () => {
    const short = new Credential("k3y", "apiKey");
    expect(short.scrub("no k3y, no K3Y, but key and k3")).toBe("no [secret], no [secret], but key and k3");
  });

  it("leaves every other text as it is", () => {
    for (const said of ["", "invalid key", "ünïcödé \ud83d\ude00 İ", "a".repeat(3000)]) {
      expect(credential.scrub(said)).toBe(said);
    }
  });
});
