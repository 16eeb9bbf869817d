import { describe, expect, it } from "vitest";
import { parseGrant, safeParseGrant } from "./index.js";

const options = { now: 1_800_000_000 };

function rightsOf(rights: object) {
  return parseGrant({ room: "a", expiresIn: 60, rights }, options).rights;
}

function codesOf(rights: object): string[] {
  const result = safeParseGrant({ room: "a", expiresIn: 60, rights }, options);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.path}`);
}

const nothing = { microphone: false, camera: false, screen: false, screenAudio: false, custom: false };
const everything = { microphone: true, camera: true, screen: true, screenAudio: true, custom: true };

describe("rights.publish", () => {
  it.each([
    [true, everything],
    [false, nothing],
    [[], nothing],
    [["camera"], { ...nothing, camera: true }],
    [["camera", "camera"], { ...nothing, camera: true }],
    [["data"], { ...nothing, data: true }],
    [["microphone", "camera", "screen", "screenAudio", "custom"], everything],
    [["microphone", "camera", "screen", "screenAudio", "custom", "data"], { ...everything, data: true }],
    [{ camera: true }, { camera: true }],
    [{ data: false }, { data: false }],
  ])("%j", (publish, long) => {
    const rights = rightsOf({ publish });
    expect(rights).toEqual({ publish: long });
    expect(rightsOf(rights ?? {})).toEqual(rights);
  });

  it("an object without statements is absent", () => {
    expect(rightsOf({ publish: {} })).toBeUndefined();
  });

  it.each([
    ["camera", "grant.invalid rights.publish"],
    [null, "grant.invalid rights.publish"],
    [0, "grant.invalid rights.publish"],
    [["video"], "grant.invalid rights.publish[0]"],
    [["camera", null], "grant.invalid rights.publish[1]"],
    [[["camera"]], "grant.invalid rights.publish[0]"],
    [{ camera: "yes" }, "grant.invalid rights.publish.camera"],
    [{ camera: null }, "grant.invalid rights.publish.camera"],
    [{ video: true }, "grant.unknown-field rights.publish.video"],
  ])("refuses %j", (publish, problem) => {
    expect(codesOf({ publish })).toEqual([problem]);
  });
});

describe("rights.moderate", () => {
  it.each([
    [true, { media: true, remove: true, permissions: true }],
    [false, { media: false, remove: false, permissions: false }],
    [{ remove: true }, { remove: true }],
  ])("%j", (moderate, long) => {
    expect(rightsOf({ moderate })).toEqual({ moderate: long });
  });

  it("is never a default", () => {
    expect(rightsOf({})).toBeUndefined();
    expect(rightsOf({ moderate: {} })).toBeUndefined();
    expect(rightsOf({ publish: true })).not.toHaveProperty("moderate");
  });

  it.each([
    [["media"], "grant.invalid rights.moderate"],
    [null, "grant.invalid rights.moderate"],
    [{ kick: true }, "grant.unknown-field rights.moderate.kick"],
  ])("refuses %j", (moderate, problem) => {
    expect(codesOf({ moderate })).toEqual([problem]);
  });
});

describe("rights.subscribe", () => {
  it.each([
    [true, true],
    [false, false],
    [[], false],
    [["microphone", "camera", "screen", "screenAudio", "custom"], true],
    [["camera"], { base: { ...nothing, camera: true } }],
    [{ base: true }, true],
    [{ base: false }, false],
    [{ base: {} }, false],
    [{ base: everything }, true],
    [{ base: nothing }, false],
    [{ base: { camera: true } }, { base: { ...nothing, camera: true } }],
    [{ base: true, byParticipantId: {} }, true],
    [{ base: true, byParticipantId: { b: {} } }, true],
    [
      { base: everything, byParticipantId: { a: false } },
      { base: true, byParticipantId: { a: false } },
    ],
    [
      { base: false, byParticipantId: { a: { camera: true }, b: everything, c: nothing } },
      { base: false, byParticipantId: { a: { camera: true }, b: true, c: false } },
    ],
  ])("%j", (subscribe, parsed) => {
    const rights = rightsOf({ subscribe });
    expect(rights?.subscribe).toEqual(parsed);
    expect(rightsOf({ subscribe: rights?.subscribe })).toEqual(rights);
  });

  it.each([
    [null, "grant.invalid rights.subscribe"],
    ["camera", "grant.invalid rights.subscribe"],
    [["data"], "grant.invalid rights.subscribe[0]"],
    [{}, "grant.missing rights.subscribe.base"],
    [{ byParticipantId: { a: true } }, "grant.missing rights.subscribe.base"],
    [{ base: null }, "grant.invalid rights.subscribe.base"],
    [{ base: ["camera"] }, "grant.invalid rights.subscribe.base"],
    [{ base: { data: true } }, "grant.unknown-field rights.subscribe.base.data"],
    [{ base: { camera: 1 } }, "grant.invalid rights.subscribe.base.camera"],
    [{ base: true, byParticipantId: null }, "grant.invalid rights.subscribe.byParticipantId"],
    [{ base: true, byParticipantId: ["a"] }, "grant.invalid rights.subscribe.byParticipantId"],
    [{ base: true, byParticipantId: { "": true } }, "grant.invalid rights.subscribe.byParticipantId[0]"],
    [
      { base: true, byParticipantId: { a: true, "b\u0000": true } },
      "grant.invalid rights.subscribe.byParticipantId[1]",
    ],
    [{ base: true, byParticipantId: { a: ["camera"] } }, "grant.invalid rights.subscribe.byParticipantId[0]"],
    [{ base: true, byParticipantId: { a: null } }, "grant.invalid rights.subscribe.byParticipantId[0]"],
    [{ base: true, byParticipantId: { a: { camera: 1 } } }, "grant.invalid rights.subscribe.byParticipantId[0].camera"],
    [
      { base: true, byParticipantId: { a: { cam: true } } },
      "grant.unknown-field rights.subscribe.byParticipantId[0].cam",
    ],
    [{ base: true, other: 1 }, "grant.unknown-field rights.subscribe.other"],
  ])("refuses %j", (subscribe, problem) => {
    expect(codesOf({ subscribe })).toEqual([problem]);
  });

  it("takes ids that objects inherit as ids, and refuses `__proto__`", () => {
    const rights = rightsOf({ subscribe: { base: true, byParticipantId: { constructor: false } } });
    const selection = rights?.subscribe as { byParticipantId: Record<string, unknown> };
    expect(selection.byParticipantId["constructor"]).toBe(false);
    expect(selection.byParticipantId["toString"]).toBeUndefined();
    const poisoned = JSON.parse('{ "base": true, "byParticipantId": { "__proto__": { "camera": true } } }') as object;
    expect(codesOf({ subscribe: poisoned })).toEqual(["grant.invalid rights.subscribe.byParticipantId[0]"]);
  });
});

describe.each(["record", "livestream", "transcribe"])("rights.%s", (right) => {
  it.each([
    [true, true],
    [false, false],
    [["local"], ["local"]],
    [
      ["rawTracks", "local", "cloud", "local"],
      ["cloud", "local", "rawTracks"],
    ],
    [["rawTracks", "local", "cloudAudioOnly", "cloud"], true],
  ])("%j", (given, parsed) => {
    expect(rightsOf({ [right]: given })).toEqual({ [right]: parsed });
  });

  it.each([
    [[], ""],
    [{}, ""],
    [null, ""],
    ["cloud", ""],
    [1, ""],
    [["cloud", "tape"], "[1]"],
    [[true], "[0]"],
  ])("refuses %j", (given, place) => {
    expect(codesOf({ [right]: given })).toEqual([`grant.invalid rights.${right}${place}`]);
  });
});

describe("automation", () => {
  function automationOf(automation: object) {
    return parseGrant({ room: "a", expiresIn: 60, automation }, options).automation;
  }

  it.each([
    [{ record: true }, { record: {} }],
    [{ record: {} }, { record: {} }],
    [
      { record: { mode: "local" }, transcribe: true },
      { record: { mode: "local" }, transcribe: {} },
    ],
    [{}, undefined],
    [{ record: undefined }, undefined],
  ])("%j", (automation, parsed) => {
    expect(automationOf(automation)).toEqual(parsed);
  });

  it.each([
    [{ record: false }, "grant.invalid", "automation.record"],
    [{ transcribe: false }, "grant.invalid", "automation.transcribe"],
    [{ record: null }, "grant.invalid", "automation.record"],
    [{ record: "cloud" }, "grant.invalid", "automation.record"],
    [{ record: { mode: "tape" } }, "grant.invalid", "automation.record.mode"],
    [{ transcribe: { mode: null } }, "grant.invalid", "automation.transcribe.mode"],
    [{ transcribe: { modes: [] } }, "grant.unknown-field", "automation.transcribe.modes"],
  ])("refuses %j", (automation, code, path) => {
    const result = safeParseGrant({ room: "a", expiresIn: 60, automation }, options);
    expect(result).toMatchObject({ ok: false, issues: [{ code, path }] });
  });

  it("tells how to say that nothing starts by itself", () => {
    const result = safeParseGrant({ room: "a", expiresIn: 60, automation: { record: false } }, options);
    expect(result).toMatchObject({ issues: [{ cure: expect.stringContaining("Leave it out") }] });
  });
});
