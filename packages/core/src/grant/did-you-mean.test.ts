import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggestField } from "./did-you-mean.js";
import { editDistance } from "./edit-distance.js";
import { fieldHints } from "./hints.js";
import { safeParseGrant } from "./parse-grant.js";

const now = 1_800_000_000;

/** The cure for one unknown member at `parent`. */
function cureOf(input: object): string | undefined {
  const result = safeParseGrant({ room: "a", expiresIn: 60, ...input }, { now });
  if (result.ok) return undefined;
  return result.issues.find((issue) => issue.code === "grant.unknown-field")?.cure;
}

describe("did you mean", () => {
  it.each([
    ["exp", "expiresAt"],
    ["expires", "expiresAt"],
    ["expiry", "expiresAt"],
    ["expires_at", "expiresAt"],
    ["ttl", "expiresIn"],
    ["nbf", "notBefore"],
    ["nfb", "notBefore"],
    ["user", "participant.id"],
    ["userId", "participant.id"],
    ["user_id", "participant.id"],
    ["identity", "participant.id"],
    ["userName", "participant.name"],
    ["user_name", "participant.name"],
    ["displayName", "participant.name"],
    ["name", "participant.name"],
    ["roomName", "room"],
    ["room_name", "room"],
    ["roomId", "room"],
    ["romm", "room"],
    ["isOwner", "rights.moderate"],
    ["is_owner", "rights.moderate"],
    ["isAdmin", "rights.moderate"],
    ["moderator", "rights.moderate"],
    ["video", "rights.publish.camera"],
    ["camera", "rights.publish.camera"],
    ["audio", "rights.publish.microphone"],
    ["mic", "rights.publish.microphone"],
    ["screenshare", "rights.publish.screen"],
    ["screenVideo", "rights.publish.screen"],
    ["permissions", "rights"],
    ["canPublish", "rights.publish"],
    ["canSubscribe", "rights.subscribe"],
    ["recording", "rights.record"],
    ["maxSeconds", "stay.maxSeconds"],
    ["particpant", "participant"],
  ])("at the top, `%s` is probably `%s`", (name, field) => {
    expect(cureOf({ [name]: 1 })).toBe(`Did you mean \`${field}\`?`);
  });

  it("prefers the field beside the mistyped one", () => {
    expect(cureOf({ start: { video: "on" } })).toBe("Did you mean `start.camera`?");
    expect(cureOf({ rights: { publish: { audio: true } } })).toBe("Did you mean `rights.publish.microphone`?");
    expect(cureOf({ participant: { userName: "x" } })).toBe("Did you mean `participant.name`?");
    expect(cureOf({ automation: { recording: true } })).toBe("Did you mean `automation.record`?");
    expect(cureOf({ rights: { subscribe: { base: { mic: true } } } })).toBe(
      "Did you mean `rights.subscribe.base.microphone`?",
    );
  });

  it("finds the field one level deeper", () => {
    expect(cureOf({ rights: { camera: true } })).toBe("Did you mean `rights.publish.camera`?");
    expect(cureOf({ rights: { subscribe: { video: true } } })).toBe("Did you mean `rights.subscribe.base.camera`?");
  });

  it("lists the fields when nothing is near", () => {
    expect(cureOf({ stay: { zzzzzzzzz: 1 } })).toBe("The fields here are `endsAtExpiry`, `maxSeconds`.");
    expect(cureOf({ ["x".repeat(200)]: 1 })).toMatch(/^The fields here are `purpose`/);
  });

  it("never turns a wish around", () => {
    expect(cureOf({ rights: { hidden: true } })).not.toContain("visible`?");
  });

  it("gives no hint for what objects inherit", () => {
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
      expect(cureOf(JSON.parse(`{ "${name}": 1 }`))).not.toContain("function");
    }
    const pasted: unknown = JSON.parse('{ "room": "a", "expiresIn": 60, "__proto__": { "room": "b" } }');
    expect(safeParseGrant(pasted, { now })).toMatchObject({ ok: false, issues: [{ path: "__proto__" }] });
  });
});

describe("the table of hints", () => {
  it.each(Object.entries(fieldHints))("%s leads to a field that exists: %s", (name, target) => {
    expect(name).toMatch(/^[a-z]+$/);
    const names = target.split(".");
    const input = names.reduceRight<unknown>((inner, member) => ({ [member]: inner }), undefined) as object;
    const result = safeParseGrant({ room: "a", expiresIn: 60, ...input }, { now });
    const unknown = result.ok ? [] : result.issues.filter((issue) => issue.code === "grant.unknown-field");
    expect(unknown).toEqual([]);
  });
});

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["", "abc", 3],
    ["room", "room", 0],
    ["rom", "room", 1],
    ["nfb", "nbf", 1],
    ["kitten", "sitting", 3],
  ])("%s to %s is %i", (first, second, distance) => {
    expect(editDistance(first, second)).toBe(distance);
  });

  it("is the same in both directions and zero only for equal texts", () => {
    const text = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(text, text, (first, second) => {
        const distance = editDistance(first, second);
        expect(distance).toBe(editDistance(second, first));
        expect(distance === 0).toBe(first === second);
        expect(distance).toBeLessThanOrEqual(Math.max(first.length, second.length));
      }),
    );
  });
});

describe("suggestField", () => {
  it("answers with names of its own only", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (name) => {
        const suggestion = suggestField("rights", name, new Set(["publish", "admit"]));
        expect(suggestion ?? "rights").toMatch(/^[A-Za-z.]+$/);
      }),
    );
  });
});
