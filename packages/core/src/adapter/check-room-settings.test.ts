import { describe, expect, it } from "vitest";
import { allows } from "../allows/allows.js";
import { thrownBy } from "../testing/attempt.js";
import { makeToyAdapter, toyAdapter } from "../testing/toy-adapter.js";
import { verified } from "../testing/toy-readings.js";
import { now } from "../testing/toy-space.js";
import { translate } from "../translate/translate.js";
import type { AnyAdapter, RoomSettings } from "./adapter.js";
import { defineAdapter } from "./define-adapter.js";

/** An adapter that knows two values of a setting, and not what a third one takes away. */
function careful<Of extends AnyAdapter>(adapter: Of): Of {
  const unreadableSettings = ({ door }: RoomSettings): string[] =>
    door === undefined || door === "open" || door === "shut" ? [] : ["door.state"];
  return { ...adapter, unreadableSettings };
}

const from = careful(toyAdapter);
const to = careful(makeToyAdapter("twin", "Twin"));
const reading = verified(from, { room: "standup", exp: now + 3600 });
const odd: RoomSettings = { door: "ajar" };

describe("a setting of a room that its adapter cannot read", () => {
  it.each([
    ["source", "Toy"],
    ["target", "Twin"],
  ])("is refused at the %s, and not taken for silence", (side, vendor) => {
    const error = thrownBy(() => translate(reading, { from, to, now, policy: { rooms: { [side]: odd } } }));
    expect(error).toMatchObject({
      code: "translate.policy",
      path: `policy.rooms.${side}.door.state`,
      message: `A setting of the room has a value that ${vendor} does not document.`,
    });
    expect(JSON.stringify(error)).not.toContain("ajar");
    expect(() => translate(reading, { from, to, now, policy: { rooms: { [side]: { door: "open" } } } })).not.toThrow();
  });

  it("is refused where somebody asks what a token allows", () => {
    const asked = (roomSettings: RoomSettings) =>
      allows({ reading, adapter: from, roomSettings }, "record", { at: now }).answer;
    expect(thrownBy(() => asked(odd))).toMatchObject({
      code: "options.invalid",
      path: "granting.roomSettings.door.state",
    });
    expect(asked({ door: "shut" })).toBe(asked({}));
  });

  it.each([[null], [5], ["{}"], [[]]])("is refused where all of them are no settings: %j", (roomSettings) => {
    const given = roomSettings as unknown as RoomSettings;
    const asked = () => allows({ reading, adapter: from, roomSettings: given }, "record", { at: now });
    expect(thrownBy(asked)).toMatchObject({ code: "options.invalid", path: "granting.roomSettings" });
  });

  it("is refused where it is inherited, as that of a class is: it would be passed over", () => {
    const inherited = Object.create({ door: "shut" }) as RoomSettings;
    const rooms = { source: inherited };
    expect(thrownBy(() => translate(reading, { from, to, now, policy: { rooms } }))).toMatchObject({
      code: "translate.policy",
      path: "policy.rooms.source",
    });
    const asked = () => allows({ reading, adapter: from, roomSettings: inherited }, "record", { at: now });
    expect(thrownBy(asked)).toMatchObject({ code: "options.invalid", path: "granting.roomSettings" });
  });

  it("is not looked for by adapters that read none", () => {
    const plain = verified(toyAdapter, { room: "standup", exp: now + 3600 });
    const rooms = { source: odd, target: odd };
    expect(() =>
      translate(plain, { from: toyAdapter, to: makeToyAdapter("twin", "Twin"), now, policy: { rooms } }),
    ).not.toThrow();
  });

  it("is looked for by a function", () => {
    expect(thrownBy(() => defineAdapter({ ...toyAdapter, unreadableSettings: [] as never }))).toMatchObject({
      code: "adapter.invalid",
      path: "unreadableSettings",
    });
  });
});
