import type { RightPath, Rights } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { adminOptions, adminProblems, chooseAdmin } from "./admin-option.js";
import { authority } from "./authority.js";
import { adminRights, ceilingFor, grantOf, issue, nativeOf } from "./testing/natives.js";

const moderate = { media: true, remove: true, permissions: true };
const noModerate = { media: false, remove: false, permissions: false };

describe("the options of isAdmin", () => {
  it("are absent, false and true, quietest first", () => {
    expect(adminOptions.map(({ choice }) => choice)).toEqual([undefined, false, true]);
  });

  it.each(adminOptions.map((option) => [option.choice, option] as const))(
    "promise for %s what authority reads",
    (choice, option) => {
      const native = nativeOf({ roomName: "a", ...(choice === undefined ? {} : { isAdmin: choice }) });
      expect(authority(native, {}).rights).toEqual(option.readings);
    },
  );
});

const choices: readonly [string, Rights, boolean | undefined][] = [
  ["silence", {}, undefined],
  ["a denied moderation", { moderate: noModerate }, false],
  ["one denied power", { moderate: { remove: false } }, false],
  ["denied admission", { admit: false }, false],
  ["all of an admin's rights", adminRights, true],
  ["moderation alone", { moderate }, undefined],
  ["admission alone", { admit: true }, undefined],
  ["moderation and admission, without a word on sending", { moderate, admit: true }, true],
  ["moderation without admission", { ...adminRights, admit: false }, false],
  [
    "an admin who must not send a screen, which no choice holds and core refuses",
    { ...adminRights, publish: { microphone: true, camera: true, screen: false } },
    true,
  ],
  ["sending alone", { publish: { microphone: true, camera: true, screen: true } }, undefined],
  ["recording, which no token governs", { record: true }, undefined],
];

describe("issuing", () => {
  it.each(choices)("chooses for %s", (_name, rights, choice) => {
    expect(chooseAdmin(ceilingFor(rights))).toBe(choice);
  });

  it("never makes an admin by default", () => {
    expect("isAdmin" in issue(grantOf()).native.properties).toBe(false);
  });

  it.each<[string, Rights, string, string]>([
    ["admission alone", { admit: true }, "rights.admit", "rights.moderate.media"],
    ["moderation alone", { moderate }, "rights.moderate.media", "rights.admit"],
  ])("says what %s lacks", (_name, rights, path, missing) => {
    expect(issue(grantOf({ rights })).problems).toEqual([
      expect.objectContaining({ path, code: "grant.missing", message: expect.stringContaining(missing) }),
    ]);
  });

  it("leaves a grant that denies a part of the role to core", () => {
    const rights = { ...adminRights, admit: false };
    expect(issue(grantOf({ rights })).problems).toEqual([]);
  });

  it("says nothing when nobody asks for an admin, or gets one", () => {
    expect(issue(grantOf({ rights: { publish: { microphone: true } } })).problems).toEqual([]);
    expect(issue(grantOf({ rights: adminRights })).problems).toEqual([]);
  });
});

describe("translating", () => {
  const translating = (rights: Rights, allowed: readonly RightPath[] = []) => ({
    ...ceilingFor(rights),
    purpose: "translate" as const,
    allowWidening: new Set(allowed),
  });

  it("says nothing of what is missing: the report does", () => {
    expect(adminProblems(translating({ admit: true }), grantOf({ rights: { admit: true } }))).toEqual([]);
  });

  it("makes a moderator whose sending is a documented default", () => {
    const { rights } = translating({ moderate, admit: true });
    const send = "default(allow)";
    const readings = {
      ...rights,
      "rights.publish.microphone": send,
      "rights.publish.camera": send,
      "rights.publish.screen": send,
    } as const;
    expect(chooseAdmin({ ...translating({}), rights: readings })).toBe(true);
  });

  it("writes false for a source whose silence denies", () => {
    const denied = "default(deny)";
    const rights = {
      ...ceilingFor({}).rights,
      "rights.moderate.media": denied,
      "rights.moderate.remove": denied,
    } as const;
    expect(chooseAdmin({ ...translating({}), rights })).toBe(false);
  });

  it("makes no admin of a source whose role only may include it, unless allowed", () => {
    const possible = "possible";
    const source = {
      ...ceilingOfGrant(grantOf({ rights: adminRights })).rights,
      "rights.moderate.remove": possible,
    } as const;
    expect(chooseAdmin({ ...translating({}), rights: source })).toBe(false);
    expect(chooseAdmin({ ...translating({}, ["rights.moderate.remove"]), rights: source })).toBe(true);
  });
});
