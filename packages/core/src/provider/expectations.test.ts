import { describe, expect, it } from "vitest";
import type { AnyAdapter } from "../adapter/adapter.js";
import type { Authority } from "../authority/authority.js";
import { RoompassError } from "../errors/roompass-error.js";
import { errorOf, outcomeOf } from "../errors/testing/error-of.js";
import { plainAuthority, surely } from "../testing/frank-adapter.js";
import { toyAdapter } from "../testing/toy-adapter.js";
import { checkExpectations, type Expectations, readExpectations } from "./expectations.js";
import { now, signed, toyProvider } from "./testing/toy-provider.js";

const provider = toyProvider();

function verdict(change: Partial<Authority>, expected: Expectations, tenant?: string, adapter?: AnyAdapter): string {
  try {
    checkExpectations(plainAuthority(now + 60, change), adapter ?? toyAdapter, tenant, expected);
  } catch (error) {
    if (RoompassError.isInstance(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "ok";
}

describe("the account", () => {
  it("has to be the provider's", () => {
    expect(verdict({ tenant: "acme" }, {}, "acme")).toBe("ok");
    expect(verdict({ tenant: "Acme" }, {}, "acme")).toBe("policy.tenant: The token belongs to another account.");
    expect(verdict({}, {}, "acme")).toBe("policy.tenant: The token does not say which account it belongs to.");
  });

  it("does not matter to a provider that does not know its own", () => {
    expect(verdict({ tenant: "acme" }, {}, undefined)).toBe("ok");
    expect(verdict({}, {}, undefined)).toBe("ok");
  });
});

describe("the purpose", () => {
  it("is joining, unless the caller says otherwise", () => {
    const api = { purpose: surely(["api"] as const) };
    expect(verdict({}, {})).toBe("ok");
    expect(verdict(api, {})).toBe("policy.purpose: The token is not for the purpose `participant`.");
    expect(verdict({}, { purpose: "api" })).toBe("policy.purpose: The token is not for the purpose `api`.");
    expect(verdict(api, { purpose: "api" })).toBe("ok");
  });

  it("counts by what is certain", () => {
    const vague = { purpose: { lowest: ["participant"], highest: ["api", "participant"] } as const };
    expect(verdict(vague, {})).toBe("ok");
    expect(verdict(vague, { purpose: "api" })).toMatch(/^policy.purpose/);
  });
});

describe("the room", () => {
  it.each([
    ["standup", "ok"],
    [{ any: true }, "ok"],
    [{ anyOf: ["other", "standup"] }, "ok"],
    ["Standup", "policy.room: The token is not for the expected room."],
    ["standup ", "policy.room: The token is not for the expected room."],
    [{ anyOf: ["a", "b"] }, "policy.room: The token is not for the expected room."],
    [{ pattern: ".*", dialect: "regexp" }, "policy.room: The token is not for the expected room."],
  ] as const)("of a token for %j is judged: %s", (room, expected) => {
    expect(verdict({ room: surely(room) }, { room: "standup" })).toBe(expected);
    expect(verdict({ room: surely(room) }, {})).toBe("ok");
  });

  it("is compared as the vendor compares names, and by what is certain", () => {
    const adapter = { ...toyAdapter, normalizeRoom: (name: string) => name.toLowerCase() };
    expect(verdict({ room: surely("Standup") }, { room: "standUP" }, undefined, adapter)).toBe("ok");
    const vague = { room: { lowest: "standup", highest: { any: true } } as const };
    expect(verdict(vague, { room: "other" })).toMatch(/^policy.room/);
  });
});

describe("the participant", () => {
  it("has to be the one that the token is bound to", () => {
    const bound = { identity: surely("u_1") };
    expect(verdict(bound, { participantId: "u_1" })).toBe("ok");
    expect(verdict(bound, { participantId: "u_2" })).toBe(
      "policy.participant: The token is bound to another participant.",
    );
    expect(verdict({}, { participantId: "u_1" })).toBe(
      "policy.participant: The token is not bound to any participant.",
    );
    expect(verdict(bound, {})).toBe("ok");
  });

  it("that the token may not surely be bound to is not enough", () => {
    expect(verdict({ identity: { lowest: null, highest: "u_1" } }, { participantId: "u_1" })).toMatch(
      /^policy.participant/,
    );
    expect(verdict({ identity: { lowest: "u_1", highest: null } }, { participantId: "u_1" })).toBe(
      "policy.participant: The token names the participant, and it is not certain that this binds it.",
    );
  });
});

describe("expectations that make no sense", () => {
  const falsy = [0, "", false, null, Number.NaN];
  const flags = ["allowNoExpiry", "ignoreNotBefore"] as const;

  it.each(["room", "participantId", "purpose"] as const)("never mean the default: `%s`", async (name) => {
    for (const value of [...falsy, undefined, 1, true, {}, [], ["standup"]]) {
      const run = (): unknown => provider.verify(signed({ room: undefined }), { [name]: value });
      expect(await outcomeOf(run)).toBe(`provider.settings expectations.${name}`);
    }
  });

  it.each(flags)("never mean yes: `%s`", async (name) => {
    for (const value of [0, "", null, Number.NaN, 1, "false", "true", {}, []]) {
      const run = (): unknown => provider.verify(signed({ exp: undefined }), { [name]: value });
      expect(await outcomeOf(run)).toBe(`provider.settings expectations.${name}`);
    }
  });

  it("that only loosen or time a check, and are undefined, were not said", async () => {
    const nothing = Object.fromEntries([...flags, "now", "clockToleranceSeconds"].map((name) => [name, undefined]));
    expect(readExpectations(nothing)).toEqual({});
    expect(await outcomeOf(() => provider.verify(signed(), nothing))).toBe("ok");
  });

  it.each(["roomName", "participant", "tenant", "maxBytes", "constructor", "__proto__"])(
    "have no `%s`",
    async (name) => {
      const expected = JSON.parse(`{ "${name}": "standup" }`) as Expectations;
      expect(await outcomeOf(() => provider.verify(signed(), expected))).toBe(`provider.settings expectations.${name}`);
    },
  );

  it.each([null, 0, "", "standup", [], () => undefined])("are an object, not %j", async (expected) => {
    const run = (): unknown => provider.verify(signed(), expected as never);
    expect(await outcomeOf(run)).toBe("provider.settings expectations");
  });

  it("are found before the token is looked at", async () => {
    const expected = { room: "" };
    expect(await outcomeOf(() => provider.verify("no token", expected))).toBe("provider.settings expectations.room");
  });

  it("are members of a plain object: what a class or a map holds would not be seen", async () => {
    const room = "r";
    for (const odd of [
      Object.create({ allowNoExpiry: true }),
      new Map([["room", room]]),
      new (class {
        room = room;
      })(),
    ]) {
      expect(await outcomeOf(() => readExpectations(odd))).toBe("provider.settings expectations");
    }
    expect(readExpectations(Object.setPrototypeOf({ room }, null) as Expectations)).toEqual({ room });
  });

  it("are told by name, never by value", async () => {
    const error = await errorOf(() => readExpectations({ purpose: "TEST-ONLY-value", room: "r" }));
    expect(error.message).toBe("`expectations.purpose` is not `participant` or `api`.");
    expect(JSON.stringify(error)).not.toContain("TEST-ONLY-value");
  });
});
