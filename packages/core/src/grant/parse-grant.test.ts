import { describe, expect, it } from "vitest";
import { RoompassError } from "../errors/roompass-error.js";
import { deepFreeze, type GrantInput, parseGrant, safeParseGrant } from "./index.js";

const now = 1_800_000_000;
const options = { now };

function parse(input: object) {
  return parseGrant({ room: "a", expiresIn: 60, ...input }, options);
}

function codesOf(input: object): string[] {
  const result = safeParseGrant({ room: "a", expiresIn: 60, ...input }, options);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path}`);
}

describe("parseGrant", () => {
  it("writes the shortest grant out", () => {
    expect(parseGrant({ room: "standup", expiresAt: null }, options)).toEqual({
      purpose: ["participant"],
      room: "standup",
      expiresAt: null,
    });
  });

  it("writes everything out in one order, whatever the order of the input", () => {
    const input: GrantInput = {
      extensions: { acme: { color: "red" } },
      client: { closeTabOnExit: false, redirectUrl: "acme://left", language: "pt-BR" },
      automation: { transcribe: { mode: "cloud" }, record: true },
      start: { microphone: "off", camera: "on" },
      rights: { admit: true, publish: ["camera"] },
      entry: "ask",
      stay: { maxSeconds: 60 },
      expiresIn: "1h",
      notBefore: now - 5,
      participant: { id: "u1", name: "", email: "a@example.org", avatarUrl: "/a.png", metadata: null },
      room: "standup",
      purpose: "participant",
    };
    const grant = parseGrant(input, options);
    expect(grant).toEqual({
      purpose: ["participant"],
      room: "standup",
      participant: { id: "u1", name: "", email: "a@example.org", avatarUrl: "/a.png", metadata: null },
      notBefore: now - 5,
      expiresAt: now + 3600,
      stay: { maxSeconds: 60 },
      entry: "ask",
      rights: {
        publish: { microphone: false, camera: true, screen: false, screenAudio: false, custom: false },
        admit: true,
      },
      start: { microphone: "off", camera: "on" },
      automation: { record: {}, transcribe: { mode: "cloud" } },
      client: { closeTabOnExit: false, redirectUrl: "acme://left", language: "pt-BR" },
      extensions: { acme: { color: "red" } },
    });
    expect(Object.keys(grant)).toEqual([
      "purpose",
      "room",
      "participant",
      "notBefore",
      "expiresAt",
      "stay",
      "entry",
      "rights",
      "start",
      "automation",
      "client",
      "extensions",
    ]);
    expect(parseGrant(grant, options)).toEqual(grant);
  });

  it("freezes the result to the bottom and shares nothing with the input", () => {
    const metadata = { list: [{ deep: 1 }] };
    const grant = parse({ participant: { metadata }, rights: { record: ["local"] } });
    const copy = grant.participant?.metadata as typeof metadata;
    expect(copy).toEqual(metadata);
    expect(copy.list[0]).not.toBe(metadata.list[0]);
    for (const part of [grant, grant.purpose, grant.participant, copy, copy.list, copy.list[0], grant.rights?.record]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(Object.isFrozen(metadata)).toBe(false);
  });

  it("takes frozen input and input without prototypes", () => {
    const input = deepFreeze({ room: { anyOf: ["b", "a"] }, expiresIn: 60, purpose: ["participant", "api"] });
    expect(parseGrant(input, options)).toMatchObject({ room: { anyOf: ["a", "b"] }, purpose: ["api", "participant"] });
    const bare: object = Object.setPrototypeOf({ room: "a", expiresIn: 60 }, null);
    expect(parseGrant(bare, options).room).toBe("a");
  });

  it.each([undefined, null, "grant", 1, true, [], new Map(), new Date(), () => 1, Symbol("x")])(
    "refuses %s as a grant",
    (input) => {
      const result = safeParseGrant(input, options);
      expect(result).toMatchObject({ ok: false, issues: [{ code: "grant.invalid", path: "" }] });
    },
  );

  it("refuses instances of classes, whose members may be anything", () => {
    class Mine {
      room = "a";
      expiresIn = 60;
    }
    expect(safeParseGrant(new Mine(), options).ok).toBe(false);
  });

  it("does not read what objects inherit", () => {
    expect(safeParseGrant(Object.create({ room: "a", expiresIn: 60 }), options)).toMatchObject({ ok: false });
    const polluted = Object.prototype as Record<string, unknown>;
    try {
      polluted["room"] = "everywhere";
      polluted["rights"] = { moderate: true };
      polluted["microphone"] = true;
      expect(safeParseGrant({ expiresIn: 60 }, options)).toMatchObject({ ok: false, issues: [{ path: "room" }] });
      const grant = parse({ rights: { subscribe: { base: { camera: true } }, publish: {} } });
      expect(Object.hasOwn(grant.rights ?? {}, "publish")).toBe(false);
      expect(grant.rights?.subscribe).toMatchObject({ base: { microphone: false } });
      expect(Object.hasOwn(parse({}), "rights")).toBe(false);
    } finally {
      delete polluted["room"];
      delete polluted["rights"];
      delete polluted["microphone"];
    }
  });
});

describe("absent, false and null", () => {
  const sections = ["participant", "stay", "entry", "rights", "start", "automation", "client", "extensions"];

  it.each(["start", "automation", "client"])("`%s: undefined` is absent", (name) => {
    expect(parse({ [name]: undefined })).toEqual(parse({}));
  });

  const mayRestrict = ["purpose", "notBefore", "participant", "stay", "entry", "rights", "extensions"];

  it.each(mayRestrict)("`%s: undefined` is a variable that nobody filled in", (name) => {
    expect(codesOf({ [name]: undefined })).toEqual([`grant.missing ${name}`]);
  });

  it("says what to do about a member that is undefined", () => {
    const result = safeParseGrant({ room: "a", expiresIn: 60, participant: { id: undefined } }, options);
    expect(result.ok ? [] : result.issues).toEqual([
      {
        code: "grant.missing",
        path: "participant.id",
        message: "`participant.id` is undefined.",
        cure: "Give it a value, or leave the member out of the object to say nothing about it.",
      },
    ]);
  });

  it.each([...sections, "purpose", "room", "notBefore"])("`%s: null` is an error", (name) => {
    expect(codesOf({ [name]: null })).toEqual([`grant.invalid ${name}`]);
  });

  it.each([...sections, "purpose", "room", "notBefore"])("`%s: false` is an error", (name) => {
    expect(codesOf({ [name]: false })).toEqual([`grant.invalid ${name}`]);
  });

  it.each(sections.filter((name) => name !== "entry"))("`%s: {}` is absent", (name) => {
    expect(parse({ [name]: {} })).toEqual(parse({}));
  });

  it("absent rights stay absent, false ones stay false", () => {
    const grant = parse({ rights: { admit: false } });
    expect(grant.rights).toEqual({ admit: false });
    expect(grant.rights).not.toHaveProperty("visible");
  });

  it.each([0, 1, "", "true", "false", Number.NaN, []])("takes no %s for a boolean", (value) => {
    expect(codesOf({ rights: { admit: value } })).toEqual(["grant.invalid rights.admit"]);
    expect(codesOf({ rights: { moderate: { media: value } } })).toEqual(["grant.invalid rights.moderate.media"]);
    expect(codesOf({ client: { closeTabOnExit: value } })).toEqual(["grant.invalid client.closeTabOnExit"]);
  });
});

describe("several problems", () => {
  const input = {
    exp: 1,
    notBefore: 60,
    expiresAt: 1_800_000_060_000,
    entry: "knock",
    rights: { publish: { cammera: true }, admit: "yes" },
    participant: { id: "" },
  };

  it("are all told, the most telling first", () => {
    const result = safeParseGrant(input, options);
    expect(result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path}`)).toEqual([
      "grant.unknown-field exp",
      "grant.unknown-field rights.publish.cammera",
      "grant.milliseconds expiresAt",
      "grant.relative-time notBefore",
      "grant.invalid entry",
      "grant.invalid rights.admit",
      "grant.invalid participant.id",
      "grant.missing room",
    ]);
  });

  it("make one error, named after the first", () => {
    let thrown: unknown;
    try {
      parseGrant(input, options);
    } catch (error) {
      thrown = error;
    }
    expect(RoompassError.isInstance(thrown)).toBe(true);
    const error = thrown as RoompassError;
    expect(error).toMatchObject({
      code: "grant.unknown-field",
      path: "exp",
      message: "`exp` does not exist. (7 more in details.issues)",
      cure: "Did you mean `expiresAt`?",
    });
    const issues = error.details?.["issues"] as readonly object[];
    expect(issues).toHaveLength(8);
    expect(issues[4]).toEqual({
      code: "grant.invalid",
      path: "entry",
      message: "`entry` is none of the words that it can be.",
      cure: 'Give "ask" or "direct".',
    });
    expect(Object.isFrozen(issues)).toBe(true);
  });

  it("are bounded", () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`x${index}`, index]));
    expect(codesOf(many)).toHaveLength(100);
    expect(codesOf({ room: { anyOf: new Array(1000) } })).toHaveLength(100);
    expect(codesOf({ room: { anyOf: new Array(1e9) } })).toEqual(["grant.invalid room.anyOf"]);
    expect(codesOf({ rights: { publish: new Array(1e9) } })).toEqual(["grant.invalid rights.publish"]);
  });
});

describe("settings", () => {
  it.each(["de", "pt-BR", "zh-Hant-TW", "x-private", "en-US-u-hc-h12"])("takes %s as a language", (language) => {
    expect(parse({ client: { language } }).client).toEqual({ language });
  });

  it.each(["", "pt_BR", "de-", "-de", "deutsch und mehr", "toolonglanguage", "d\u00e9", "de\n", 1, null])(
    "refuses %s as a language",
    (language) => {
      expect(codesOf({ client: { language } })).toEqual(["grant.invalid client.language"]);
    },
  );

  it.each(["", "https://a\nb", "a\u0000", null, 1])("refuses %s as a redirect", (redirectUrl) => {
    expect(codesOf({ client: { redirectUrl } })).toEqual(["grant.invalid client.redirectUrl"]);
  });

  it.each(["ON", true, false, null, "", 1])("refuses %s as a switch", (camera) => {
    expect(codesOf({ start: { camera } })).toEqual(["grant.invalid start.camera"]);
  });

  it.each(["knock", "", "Direct", true, ["ask"]])("refuses %s as an entry", (entry) => {
    expect(codesOf({ entry })).toEqual(["grant.invalid entry"]);
  });
});
