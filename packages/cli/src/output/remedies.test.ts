import { describe, expect, it } from "vitest";
import { joinFlags, remedyFlag, remedyText } from "./remedies.js";

const direction = { from: "daily", to: "videosdk" };
const policy = (setting: string, value?: unknown) => ({ where: "policy", setting, value }) as const;

describe("remedyFlag", () => {
  it.each([
    [policy("narrow.room"), "--room NAME"],
    [policy("narrow.expiresAt"), "--expires-in 1h"],
    [policy("narrow.participant.id"), "--participant-id ID"],
    [policy("narrow.stay"), `--narrow '{"stay": …}'`],
    [policy("allowWidening", ["rights.visible"]), "--allow-widening rights.visible"],
    [policy("ignoreUnknown", ["a.b"]), "--ignore-unknown a.b"],
    [policy("ignoreUnknown", ["it's"]), `--ignore-unknown 'it'\\''s'`],
    [policy("vouch", { moderate: true }), "--vouch moderate"],
    [
      policy("vouch", { moderate: { media: true, remove: true }, admit: true }),
      "--vouch moderate.media,moderate.remove,admit",
    ],
    [policy("vouch", { record: ["cloud"] }), `--vouch '{"record":["cloud"]}'`],
    [policy("allowNoExpiry", true), "--allow-no-expiry"],
    [policy("strict", false), undefined],
    [policy("rooms.map"), "--room-map standup=NEW"],
  ])("writes %o as an option", (remedy, expected) => {
    expect(remedyFlag(remedy, direction, { from: "standup" })).toBe(expected);
  });

  it("writes a room's setting as the option of the side that it belongs to", () => {
    const setting = { where: "room", setting: "enable_knocking", value: true } as const;
    const flag = (vendor: string) => remedyFlag({ ...setting, vendor }, direction, { from: undefined });
    expect(flag("videosdk")).toBe(`--target-room '{"enable_knocking":true}'`);
    expect(flag("daily")).toBe(`--source-room '{"enable_knocking":true}'`);
    expect(flag("metered")).toBeUndefined();
  });

  it("has none for what only a client or a dashboard can change", () => {
    expect(remedyFlag({ where: "client", setting: "name" }, direction, { from: undefined })).toBeUndefined();
  });
});

it("says where a setting is", () => {
  expect(remedyText({ where: "room", setting: "privacy", value: "private" })).toBe(
    'In the room: `privacy` = "private"',
  );
  expect(remedyText({ where: "client", setting: "name" })).toBe("In the client: pass `name`");
  expect(remedyText({ where: "dashboard", setting: "recording" })).toBe("In the dashboard: `recording`");
  expect(remedyText({ where: "policy", setting: "strict", value: false })).toBe("Leave out --strict");
});

it("puts flags of one kind together and drops repetitions", () => {
  expect(
    joinFlags(["--allow-widening a", "--room NAME", "--allow-widening b", "--allow-widening a", "--room NAME"]),
  ).toEqual(["--allow-widening a,b", "--room NAME"]);
});
