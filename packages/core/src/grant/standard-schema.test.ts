import { describe, expect, it } from "vitest";
import { grantSchema, parseGrant } from "./index.js";

const now = 1_800_000_000;

describe("grantSchema", () => {
  const schema = grantSchema({ now });

  it("is a Standard Schema of version 1", () => {
    expect(schema["~standard"]).toMatchObject({ version: 1, vendor: "roompass", validate: expect.any(Function) });
    expect({ room: "a", expiresIn: 60 }).toEqual(expect.schemaMatching(schema));
    expect({ room: "a" }).not.toEqual(expect.schemaMatching(schema));
  });

  it("gives the parsed grant", () => {
    const input = { room: "a", expiresIn: "1h" };
    expect(schema["~standard"].validate(input)).toEqual({ value: parseGrant(input, { now }) });
  });

  it("gives every problem with its path in pieces", () => {
    const input = { room: { anyOf: ["a", ""] }, expiresIn: 60, "we.ird": 1, rights: { admit: 1 } };
    const result = schema["~standard"].validate(input);
    expect(result.issues?.map((issue) => issue.path)).toEqual([["we.ird"], ["rights", "admit"], ["room", "anyOf", 1]]);
    expect(result.issues?.[1]?.message).toBe(
      "`rights.admit` must be true or false, not a number. Give true or false, or leave the field out to make no statement.",
    );
  });

  it("takes the options of parseGrant", () => {
    const open = grantSchema({ now, requireExpiry: false });
    expect(open["~standard"].validate({ room: "a" })).toEqual({ value: { purpose: ["participant"], room: "a" } });
  });
});
