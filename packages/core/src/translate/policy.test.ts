import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { grantPaths, type RightPath, rightPaths } from "../grant/right-path.js";
import { thrownBy } from "../testing/attempt.js";
import { type PathOrParent, type ReadPolicy, readPolicy, type TranslationPolicy } from "./policy.js";

/** The error for a policy that somebody wrote in plain JavaScript. */
function errorOf(policy: unknown): RoompassError {
  const error = thrownBy(() => readPolicy(policy as TranslationPolicy));
  if (!RoompassError.isInstance(error)) throw error ?? new Error("The policy was accepted.");
  expect(error.code).toBe("translate.policy");
  expect(error.cure).toBeTruthy();
  return error;
}

const below = (prefix: string): string[] => grantPaths.filter((path) => path.startsWith(prefix));
const paths = (read: ReadonlySet<string>): string[] => [...read];

describe("an empty policy", () => {
  const safest: ReadPolicy = {
    narrow: undefined,
    map: undefined,
    sourceRoom: undefined,
    targetRoom: undefined,
    assume: "documented-defaults",
    strict: false,
    allowWidening: new Set(),
    wideningRights: new Set(),
    vouch: undefined,
    allowNoExpiry: false,
    require: new Set(),
    ignoreUnknown: new Set(),
  };

  it("is the safest one", () => {
    expect(readPolicy({})).toEqual(safest);
  });

  it("is also one whose members that only loosen something are undefined", () => {
    const names = ["rooms", "allowWidening", "vouch", "allowNoExpiry", "ignoreUnknown"];
    expect(readPolicy(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual(safest);
    expect(readPolicy({ rooms: { source: undefined } as unknown as object })).toEqual(safest);
  });

  it.each(["narrow", "require", "strict", "assume"])("is not one whose `%s` nobody filled in", (name) => {
    const refusal = {
      code: "translate.policy",
      path: `policy.${name}`,
      cure: expect.stringContaining("leave the member"),
    };
    expect(() => readPolicy({ [name]: undefined })).toThrow(expect.objectContaining(refusal));
  });

  it("is not one whose table of rooms nobody filled in", () => {
    const refusal = { code: "translate.policy", path: "policy.rooms.map" };
    expect(() => readPolicy({ rooms: { map: undefined } as unknown as object })).toThrow(
      expect.objectContaining(refusal),
    );
  });

  it("takes every member as it is given", () => {
    const map = (): string => "x";
    const read = readPolicy({
      narrow: { entry: "ask" },
      rooms: { map, source: { a: 1 }, target: { b: 2 } },
      assume: "nothing",
      strict: true,
      vouch: { moderate: true },
      allowNoExpiry: true,
      ignoreUnknown: ["jti", "p.x"],
    });
    expect(read).toEqual({
      ...safest,
      narrow: { entry: "ask" },
      map,
      sourceRoom: { a: 1 },
      targetRoom: { b: 2 },
      assume: "nothing",
      strict: true,
      vouch: { moderate: true },
      allowNoExpiry: true,
      ignoreUnknown: new Set(["jti", "p.x"]),
    });
  });
});

describe("paths", () => {
  it("stand for themselves, and parents for all below them", () => {
    const widened = (...list: PathOrParent[]): string[] => paths(readPolicy({ allowWidening: list }).allowWidening);
    expect(widened("rights.admit")).toEqual(["rights.admit"]);
    expect(widened("rights.moderate")).toEqual(below("rights.moderate."));
    expect(widened("rights.publish", "entry")).toEqual([...below("rights.publish."), "entry"]);
    expect(widened("rights")).toEqual(rightPaths);
    expect(widened("stay")).toEqual(["stay.endsAtExpiry", "stay.maxSeconds"]);
    expect(widened("participant", "automation")).toEqual(["participant.", "automation."].flatMap(below));
    expect(paths(readPolicy({ require: ["start", "client"] }).require)).toEqual(["start.", "client."].flatMap(below));
    expect(widened("rights.admit", "rights.admit")).toEqual(["rights.admit"]);
    expect(paths(readPolicy({ require: ["rights.moderate"] }).require)).toEqual(below("rights.moderate."));
  });

  it("only rights reach the encoder", () => {
    const { wideningRights, allowWidening } = readPolicy({ allowWidening: ["entry", "rights.record", "stay"] });
    expect(paths(wideningRights)).toEqual<RightPath[]>(["rights.record"]);
    expect(allowWidening.has("entry")).toBe(true);
  });

  it("only parents stand for more than themselves", () => {
    expect(errorOf({ allowWidening: ["rights.publish.cam"] }).path).toBe("policy.allowWidening.0");
    expect(errorOf({ allowWidening: ["rights.pub"] }).path).toBe("policy.allowWidening.0");
  });

  it("that do not exist are named by their place", () => {
    const error = errorOf({ require: ["rights.admit", "rights.camera"] });
    expect(error.path).toBe("policy.require.1");
    expect(error.message).toContain("`require`");
    for (const known of ["rights.publish,", "entry", "rights.record", "client"]) expect(error.cure).toContain(known);
    expect(errorOf({ allowWidening: [""] }).path).toBe("policy.allowWidening.0");
  });

  it.each(["participant.name", "participant.metadata", "start", "start.camera", "client", "client.language"])(
    "%s carries no rights: it can be required, and there is nothing to widen",
    (path) => {
      const error = errorOf({ allowWidening: ["rights.admit", path] });
      expect(error.path).toBe("policy.allowWidening.1");
      expect(error.cure).toContain("`require`");
      expect(readPolicy({ require: [path as PathOrParent] }).require.size).toBeGreaterThan(0);
    },
  );

  it.each(["room", "expiresAt", "purpose"])("%s is never widened, but may be required", (path) => {
    const error = errorOf({ allowWidening: ["rights", path] });
    expect(error.path).toBe("policy.allowWidening");
    expect(error.message).toContain(path);
    expect(paths(readPolicy({ require: [path as PathOrParent] }).require)).toEqual([path]);
  });
});

describe("a policy from plain JavaScript", () => {
  it.each([
    ["a member that does not exist", { allowWiden: [] }, "policy"],
    ["a member that every object inherits", { constructor: true }, "policy"],
    ["text for a list", { allowWidening: "rights" }, "policy.allowWidening"],
    ["a list of something else", { require: [1] }, "policy.require"],
    ["a list with one wrong item", { ignoreUnknown: ["a", null] }, "policy.ignoreUnknown"],
    ["a list for an object", { narrow: [] }, "policy.narrow"],
    ["null for an object", { vouch: null }, "policy.vouch"],
    ["text for an object", { rooms: "a" }, "policy.rooms"],
    ["a word for a switch", { strict: "yes" }, "policy.strict"],
    ["a number for a switch", { allowNoExpiry: 1 }, "policy.allowNoExpiry"],
    ["an assumption that does not exist", { assume: "everything" }, "policy.assume"],
    ["a member of `rooms` that does not exist", { rooms: { names: {} } }, "policy.rooms"],
    ["text for a map", { rooms: { map: "a" } }, "policy.rooms.map"],
    ["a map to something else than text", { rooms: { map: { a: "x", b: 1 } } }, "policy.rooms.map"],
    ["a function for settings", { rooms: { source: () => ({}) } }, "policy.rooms.source"],
    ["a list for settings", { rooms: { target: [] } }, "policy.rooms.target"],
    ["null for settings", { rooms: { source: null } }, "policy.rooms.source"],
  ])("%s is refused", (_what, policy, path) => {
    expect(errorOf(policy).path).toBe(path);
  });

  it("is told what it may have", () => {
    expect(errorOf({ x: 1 }).cure).toContain(
      "narrow, rooms, assume, strict, allowWidening, vouch, allowNoExpiry, require, ignoreUnknown.",
    );
    expect(errorOf({ x: 1 }).message).toBe("The policy's member is not known.");
    expect(errorOf({ strict: 1 }).message).toBe("The policy's `strict` has the wrong type.");
    expect(errorOf({ rooms: { secret: 1 } }).message).not.toContain("secret");
    expect(errorOf({ rooms: { map: 1 } }).message).toContain("`rooms.map`");
  });
});
