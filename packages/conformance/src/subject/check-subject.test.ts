import { describe, expect, it } from "vitest";
import { referenceAdapter } from "../reference/adapter.js";
import { checkSubject, SubjectError } from "./check-subject.js";

describe("what is exported", () => {
  it("may be an adapter, or a subject with its operations", () => {
    expect(checkSubject(referenceAdapter)).toEqual({ adapter: referenceAdapter });
    const subject = { adapter: referenceAdapter, issue: () => ({ token: "" }) };
    expect(checkSubject(subject)).toBe(subject);
  });

  it.each([
    ["nothing", undefined, /is no object/],
    ["a list", [], /is no object/],
    ["an empty object", {}, /has no `vendor`, `displayName`, `issuance`/],
    ["an adapter without `decode`", { ...referenceAdapter, decode: undefined }, /has no `decode`\./],
    ["an adapter with a text for a table", { ...referenceAdapter, capabilities: "all" }, /has no `capabilities`\./],
    ["an operation that is none", { adapter: referenceAdapter, verify: true }, /`verify` is no function/],
  ])("is refused when it is %s", (_what, value, message) => {
    expect(() => checkSubject(value)).toThrow(SubjectError);
    expect(() => checkSubject(value)).toThrow(message);
  });

  it.each(["skip", "only", "exclude", "ignore"])("cannot leave anything out with `%s`", (name) => {
    expect(() => checkSubject({ adapter: referenceAdapter, [name]: ["core.time"] })).toThrow(`There is no \`${name}\``);
    expect(() => checkSubject({ ...referenceAdapter, [name]: ["core.time"] })).toThrow(`There is no \`${name}\``);
  });
});
