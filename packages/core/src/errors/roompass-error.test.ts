import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { TranslationError } from "../translate/translation-error.js";
import { errorCodes } from "./codes.js";
import { RoompassError } from "./roompass-error.js";

describe("telling the error from others", () => {
  it("works across two copies of the module, where `instanceof` does not", async () => {
    const copy = (await import(`${"./roompass-error.js"}?copy`)) as typeof import("./roompass-error.js");
    const foreign = new copy.RoompassError("grant.missing", "A room is missing.");
    expect(copy.RoompassError).not.toBe(RoompassError);
    expect(foreign).not.toBeInstanceOf(RoompassError);
    expect(RoompassError.isInstance(foreign)).toBe(true);
    expect(copy.RoompassError.isInstance(new RoompassError("grant.missing", "A room is missing."))).toBe(true);
  });

  it("knows subclasses, and nothing that merely looks like it", () => {
    expect(RoompassError.isInstance(new TranslationError("Toy", "Twin", []))).toBe(true);
    const { message, code, name } = new RoompassError("grant.limit", "It is too long.");
    for (const other of [null, undefined, 0, "", new Error("no"), { message, code, name }, () => undefined]) {
      expect(RoompassError.isInstance(other)).toBe(false);
    }
  });
});

describe("what an error carries", () => {
  const cause = new Error("below");
  const full = new RoompassError("grant.limit", "It is too long.", {
    path: "participant.id",
    details: { longest: 36 },
    cure: "Shorten it.",
    cause,
  });

  it("keeps the stack and the cause", () => {
    expect(full).toBeInstanceOf(Error);
    expect(full.cause).toBe(cause);
    expect(full.stack).toContain("RoompassError: It is too long.");
    expect(String(full)).toBe("RoompassError: It is too long.");
  });

  it("has no members for what was not given, but the cure of its code", () => {
    const bare = new RoompassError("grant.limit", "It is too long.");
    for (const name of ["path", "details", "cause"]) expect(Object.hasOwn(bare, name)).toBe(false);
    const { cure } = errorCodes["grant.limit"];
    expect(bare.toJSON()).toEqual({ name: "RoompassError", code: "grant.limit", message: "It is too long.", cure });
  });

  it("keeps values that are empty", () => {
    const error = new RoompassError("grant.invalid", "", { path: "", cure: "", details: {}, cause: null });
    expect(error.toJSON()).toMatchObject({ message: "", path: "", cure: "", details: {} });
    expect(error.cause).toBeNull();
  });

  it("is plain data as JSON, without the stack and the cause", () => {
    expect(JSON.parse(JSON.stringify(full))).toEqual({
      name: "RoompassError",
      code: "grant.limit",
      message: "It is too long.",
      path: "participant.id",
      details: { longest: 36 },
      cure: "Shorten it.",
    });
    expect(JSON.stringify(full)).not.toContain("below");
  });

  it("shows its code to whoever prints it", () => {
    expect(inspect(full)).toContain("code: 'grant.limit'");
  });
});
