import type { PathOrParent } from "@roompass/core";
import { describe, expect, it } from "vitest";
import { claimsOfMoved } from "./laws.ts";
import type { Claims } from "./spaces/combine.ts";
import { attempt, inspected, now, type Vendor } from "./vendors.ts";

const exp = now + 3600;
const guests: readonly (readonly [Vendor, Claims])[] = [
  ["videosdk", { permissions: ["allow_join"], version: 2, roomId: "standup", roles: ["rtc"], exp }],
  ["metered", { data: { roomName: "standup", isAdmin: false, expireUnixSec: exp } }],
];

/** What a Daily token with `canAdmin: false` denies, and the other vendor cannot. */
const denied: Readonly<Record<string, readonly string[]>> = {
  videosdk: ["rights.moderate.remove", "rights.livestream", "rights.transcribe"],
  metered: ["rights.livestream", "rights.transcribe"],
};

function toDaily(from: Vendor, claims: Claims, vouch: { livestream?: true; transcribe?: true } = {}) {
  const { moved } = attempt(inspected(from, claims), "daily", { vouch });
  if (moved === undefined) throw new Error("A guest translates to Daily.");
  return { moved, reading: inspected("daily", claimsOfMoved("daily", moved)) };
}

describe("a LiveKit guest who was moved to Daily", () => {
  const claims = { sub: "u_1", exp, video: { roomJoin: true, room: "standup" } };

  it("is denied all administration there, which is nothing that a guest had", () => {
    const { moved } = toDaily("livekit", claims);
    expect(moved.properties).toMatchObject({ permissions: { canAdmin: false } });
    expect(moved.report.filter(({ kind }) => kind === "narrowed")).toEqual([]);
  });

  it("comes back as what it was, without a word from the caller", () => {
    const { reading } = toDaily("livekit", claims);
    const { moved, refusals } = attempt(reading, "livekit");
    expect(refusals).toEqual([]);
    expect(claimsOfMoved("livekit", moved ?? expect.fail("It is refused."))).toEqual(claims);
  });
});

describe("a guest who was moved to Daily", () => {
  it.each(guests)(
    "from %s is denied all administration there, and told how to keep what everybody had",
    (from, claims) => {
      const { moved } = toDaily(from, claims);
      expect(moved.properties).toMatchObject({ permissions: { canAdmin: false } });
      const kept = moved.report.filter(({ path }) => path === "rights.livestream" || path === "rights.transcribe");
      expect(kept.map(({ path, remedy }) => [path, remedy?.value])).toEqual([
        ["rights.livestream", { livestream: true }],
        ["rights.transcribe", { transcribe: true }],
      ]);
    },
  );

  it.each(guests)(
    "comes back to %s when the caller allows what the refusals name, and is what it was",
    (from, claims) => {
      const { reading } = toDaily(from, claims);
      const { refusals } = attempt(reading, from);
      expect(refusals.map(({ path }) => path)).toEqual(denied[from]);
      for (const { path, remedy } of refusals)
        expect(remedy).toEqual({ where: "policy", setting: "allowWidening", value: [path] });
      const allowWidening = refusals.flatMap(({ remedy }) => remedy?.value as PathOrParent[]);
      const back = attempt(reading, from, { allowWidening });
      expect(claimsOfMoved(from, back.moved ?? expect.fail("It is refused."))).toEqual(claims);
    },
  );

  it.each(guests)(
    "from %s needs no more than removing once live streams and transcription are vouched for",
    (from, claims) => {
      const { moved, reading } = toDaily(from, claims, { livestream: true, transcribe: true });
      expect(moved.properties).toMatchObject({ permissions: { canAdmin: ["streaming", "transcription"] } });
      expect(attempt(reading, from).refusals.map(({ path }) => path)).toEqual(
        from === "videosdk" ? ["rights.moderate.remove"] : [],
      );
    },
  );
});
