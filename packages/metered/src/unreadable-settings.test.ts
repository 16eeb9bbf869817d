import { describe, expect, it } from "vitest";
import { roomRules } from "./defaults.js";
import { unreadableSettings } from "./unreadable-settings.js";

describe("settings of a Metered room", () => {
  it.each<Readonly<Record<string, unknown>>>([
    {},
    { ownerOnlyBroadcast: true, audioOnlyRoom: false, enableRecording: false },
    { ejectAtRoomExp: true, expireUnixSec: 1864081538, notBeforeUnixSec: 0, ejectAfterElapsedTimeInSec: 1800 },
    { expireUnixSec: null, ownerOnlyBroadcast: undefined, privacy: "public", lang: 7 },
  ])("can be read: %j", (room) => {
    expect(unreadableSettings(room)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ...roomRules.map(({ setting }): [string, unknown] => [setting, "true"]),
    ["ownerOnlyBroadcast", 1],
    ["ejectAtRoomExp", "true"],
    ["expireUnixSec", "1864081538"],
    ["expireUnixSec", -1],
    ["expireUnixSec", 1864081538000],
    ["notBeforeUnixSec", 1e11],
    ["notBeforeUnixSec", 1.5],
    ["ejectAfterElapsedTimeInSec", "1800"],
  ])("cannot be read for certain: %s is %j", (name, value) => {
    expect(unreadableSettings({ [name]: value })).toEqual([name]);
  });
});
