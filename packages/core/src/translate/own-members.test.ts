import { afterEach, describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { thrownBy } from "../testing/attempt.js";
import { policyLimits } from "./own-members.js";
import { readPolicy, type TranslationPolicy } from "./policy.js";

function errorOf(policy: unknown): RoompassError {
  const error = thrownBy(() => readPolicy(policy as TranslationPolicy));
  if (!RoompassError.isInstance(error)) throw error ?? new Error("The policy was accepted.");
  expect(error.code).toBe("translate.policy");
  return error;
}

/** A member that says something else each time it is asked. */
function fickle<Holder extends object>(holder: Holder, name: string, ...answers: unknown[]): Holder {
  let asked = 0;
  const get = (): unknown => answers[Math.min(asked++, answers.length - 1)];
  return Object.defineProperty(holder, name, { get, enumerable: true });
}

describe("a policy is the caller's until it is read, and not afterwards", () => {
  it("a member that changes its mind is asked once", () => {
    expect(readPolicy(fickle({}, "strict", true, "no")).strict).toBe(true);
    const read = readPolicy(fickle({}, "allowWidening", ["entry"], ["rights"], ["rights"]));
    expect([...read.allowWidening]).toEqual(["entry"]);
    expect(errorOf(fickle({}, "allowNoExpiry", "no", true)).path).toBe("policy.allowNoExpiry");
  });

  it("so are those inside, down to the words of a list", () => {
    const map = fickle({}, "a", "x", "y") as Record<string, string>;
    const rooms = fickle({ map }, "target", { knocks: false }, { knocks: true });
    const narrow = { rights: fickle({}, "admit", false, true) };
    const require = fickle(["rights"], "0", "entry", "stay") as TranslationPolicy["require"];
    const read = readPolicy({ rooms, narrow, require: require ?? [] });
    for (const _again of [1, 2]) {
      expect(read.map).toEqual({ a: "x" });
      expect(read.targetRoom).toEqual({ knocks: false });
      expect(read.narrow?.rights).toEqual({ admit: false });
    }
    expect([...read.require]).toEqual(["entry"]);
  });

  it("what is changed later changes nothing", () => {
    const policy = { narrow: { rights: { admit: false } }, rooms: { source: { open: false } } };
    const read = readPolicy(policy);
    policy.narrow.rights.admit = true;
    policy.rooms.source.open = true;
    expect(read.narrow?.rights).toEqual({ admit: false });
    expect(read.sourceRoom).toEqual({ open: false });
  });
});

describe("nothing is inherited", () => {
  const shared = Object.prototype as { allowWidening?: unknown; map?: unknown; knocks?: unknown };
  afterEach(() => {
    delete shared.allowWidening;
    delete shared.map;
    delete shared.knocks;
  });

  it("not from the prototype of all objects either", () => {
    shared.allowWidening = ["rights"];
    shared.map = { a: "b" };
    shared.knocks = true;
    const read = readPolicy({ rooms: { source: {} } });
    expect(read.allowWidening.size).toBe(0);
    expect(read.map).toBeUndefined();
    expect(read.sourceRoom?.["knocks"]).toBeUndefined();
  });

  it("and a member with the name of a prototype is a member", () => {
    const source = JSON.parse('{"__proto__":{"knocks":true}}') as Record<string, unknown>;
    const read = readPolicy({ rooms: { source } });
    expect(Object.keys(read.sourceRoom ?? {})).toEqual(["__proto__"]);
    expect(read.sourceRoom?.["knocks"]).toBeUndefined();
  });
});

describe("a policy that is too large is refused before anything is done with it", () => {
  it.each([
    ["paths", { require: new Array(policyLimits.paths + 1).fill("entry") }, "policy.require"],
    ["paths to widen", { allowWidening: new Array(policyLimits.paths + 1).fill("entry") }, "policy.allowWidening"],
    ["paths without end", { allowWidening: new Array(2 ** 32 - 1) }, "policy.allowWidening"],
    ["names to pass over", { ignoreUnknown: new Array(policyLimits.members + 1).fill("a") }, "policy.ignoreUnknown"],
    ["a list without end", { narrow: { room: { anyOf: new Array(2 ** 32 - 1) } } }, "policy.narrow"],
    ["settings", { rooms: { target: { list: new Array(policyLimits.members).fill(0) } } }, "policy.rooms.target"],
    ["a name that no policy has", { "a b": new Array(policyLimits.members + 1) }, "policy"],
  ])("%s", (_what, policy, path) => {
    expect(errorOf(policy).path).toBe(path);
  });

  it("a cycle is one without end", () => {
    const narrow: Record<string, unknown> = {};
    narrow["rights"] = { publish: narrow };
    expect(errorOf({ narrow }).message).toContain("levels");
    const list: unknown[] = [];
    list.push(list);
    expect(errorOf({ ignoreUnknown: list }).message).toContain("levels");
  });

  it("but as many as the limits pass, and a room map has none", () => {
    const map = Object.fromEntries(
      Array.from({ length: 3 * policyLimits.members }, (_, index) => [`a${index}`, `b${index}`]),
    );
    const read = readPolicy({ rooms: { map }, require: new Array(policyLimits.paths).fill("entry") });
    expect(read.require.size).toBe(1);
    expect(Object.keys(read.map ?? {}).length).toBe(3 * policyLimits.members);
  });

  it("a date and an instance reach those who read them", () => {
    const expiresAt = new Date(1_800_000_000_000);
    expect(readPolicy({ narrow: { expiresAt } }).narrow?.expiresAt).toBe(expiresAt);
    expect(errorOf(new Map()).path).toBe("policy");
    expect(errorOf({ narrow: new Map() }).path).toBe("policy.narrow");
  });
});
