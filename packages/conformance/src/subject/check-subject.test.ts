import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { madeProgram } from "../testing/made-program.js";
import { checkSubject, SubjectError } from "./check-subject.js";

class Fickle {
  get limits(): object {
    return {};
  }
}

const rowed = (room: unknown): object => ({
  ...referenceAdapter,
  capabilities: { ...referenceAdapter.capabilities, room },
});

describe("what is exported", () => {
  it("may be an adapter, or a subject with its operations", () => {
    expect(checkSubject(referenceAdapter)).toEqual({ adapter: referenceAdapter });
    const subject = { adapter: referenceAdapter, issue: () => ({ token: "" }) };
    expect(checkSubject(subject)).toEqual(subject);
  });

  it.each([
    ["nothing", undefined, /is no object/],
    ["a list", [], /is no object/],
    ["an empty object", {}, /has no `vendor`, `displayName`, `issuance`/],
    ["an adapter without `decode`", { ...referenceAdapter, decode: undefined }, /has no `decode`\./],
    ["an adapter with a text for a table", { ...referenceAdapter, capabilities: "all" }, /has no `capabilities`\./],
    ["an operation that is none", { adapter: referenceAdapter, verify: true }, /`verify` is no function/],
    [
      "an adapter whose vendor moves a cursor",
      { ...referenceAdapter, vendor: "x\u001b[2J" },
      /`vendor` is no short name/,
    ],
    ["an adapter of everybody", { ...referenceAdapter, vendor: "core" }, /`core` is no vendor/],
    ["an adapter with a getter", { ...referenceAdapter, __proto__: new Fickle() }, /computes `limits`/],
    ["a proxy", { adapter: new Proxy(referenceAdapter, {}) }, /computes `all of it \(a proxy\)`/],
    ["an adapter with a row that is none", rowed(null), /a row that is no object, for `room`/],
    ["an adapter with a claim that is a number", rowed({ carried: "exact", claim: 5 }), /a `claim` that is no text/],
  ])("is refused when it is %s", (_what, value, message) => {
    expect(() => checkSubject(value)).toThrow(SubjectError);
    expect(() => checkSubject(value)).toThrow(message);
  });

  it("has no say on outcomes, and nothing in it beyond the members of a subject", () => {
    const program = { takeIncident: () => ({ outcome: "pass", note: "", isFinal: false }), answersUnoffered: () => [] };
    const given = { adapter: referenceAdapter, name: "made", program, close: () => {} };
    expect(checkSubject(given)).toEqual({ adapter: referenceAdapter, name: "made" });
  });

  it("is read once, so that it cannot change afterwards", () => {
    let reads = 0;
    const given = {
      adapter: referenceAdapter,
      get name() {
        return `read ${++reads}`;
      },
    };
    const subject = checkSubject(given);
    expect([subject.name, subject.name]).toEqual(["read 1", "read 1"]);
  });

  it("keeps what this package watches of a program", async () => {
    const { close: _, ...subject } = await madeProgram();
    expect(checkSubject(subject).program).toBe(subject.program);
  });

  it.each(["skip", "only", "exclude", "ignore"])("cannot leave anything out with `%s`", (name) => {
    expect(() => checkSubject({ adapter: referenceAdapter, [name]: ["core.time"] })).toThrow(`There is no \`${name}\``);
    expect(() => checkSubject({ ...referenceAdapter, [name]: ["core.time"] })).toThrow(`There is no \`${name}\``);
  });
});
