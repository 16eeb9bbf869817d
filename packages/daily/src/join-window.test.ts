import { allows } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { authority } from "./authority.js";
import { fromClaims } from "./claims.js";
import { daily } from "./index.js";
import type { DailyProperties } from "./properties.js";
import { now, signing, tokenOf } from "./testing/provider.js";
import { native } from "./testing/read-write.js";

type Room = Readonly<Record<string, unknown>>;

describe("the window of a token in its room", () => {
  it.each<[DailyProperties, Room, number, number | null]>([
    [{ exp: now + 3600 }, { exp: now + 700 }, 0, now + 700],
    [{ exp: now + 600 }, { exp: now + 700 }, 0, now + 600],
    [{}, { exp: now + 700 }, 0, now + 700],
    [{}, {}, 0, null],
    [{ exp: now + 3600 }, { exp: null }, 0, now + 3600],
    [{ exp: now + 3600 }, { exp: `${now}`, nbf: `${now}` }, 0, now + 3600],
    [{ exp: now + 3600 }, { exp: Number.NaN, nbf: Number.NaN }, 0, now + 3600],
    [{ nbf: now - 60 }, { nbf: now + 60 }, now + 60, null],
    [{ nbf: now + 90 }, { nbf: now + 60 }, now + 90, null],
    [{}, { nbf: now + 60, exp: now + 700 }, now + 60, now + 700],
  ])("%j in %j", (properties, room, notBefore, expiresAt) => {
    const window = { notBefore, expiresAt };
    expect(authority(native(properties), { room }).window).toEqual({ lowest: window, highest: window });
  });

  it.each([0, -1])("may have no end where it ends at %j, for Daily does not say what that means", (exp) => {
    expect(authority(native({ exp }), {}).window).toMatchObject({
      lowest: { expiresAt: exp },
      highest: { expiresAt: null },
    });
    const own = native({ exp: now + 3600 });
    expect(authority(own, { room: { exp } }).window).toMatchObject({
      lowest: { expiresAt: exp },
      highest: { expiresAt: now + 3600 },
    });
  });

  it("stays unknown where the token's own end could not be read, whenever the room closes", () => {
    expect(
      authority(fromClaims({ exp: "soon" }), { room: { exp: now + 700 } }).window.lowest.expiresAt,
    ).toBeUndefined();
  });
});

describe("asked about a room that opens and closes", () => {
  const reading = signing().inspect(tokenOf());
  const roomSettings = { nbf: now + 60, exp: now + 700 };
  const answer = (at: number) => allows({ reading, adapter: daily, roomSettings }, "join", { at }).answer;

  it("says no before and after, and yes between", () => {
    expect([now + 59, now + 60, now + 699, now + 700].map(answer)).toEqual(["no", "yes", "yes", "no"]);
  });
});
