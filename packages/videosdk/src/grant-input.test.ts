import { describe, expect, it } from "vitest";
import type { VideosdkGrantInput } from "./properties.js";

/** Compiles when the grant can be held; the calls below are the test. */
function accept(...grants: VideosdkGrantInput[]): number {
  return grants.length;
}

const base = { room: "2kyv-gzay-64pg", expiresIn: "1h", entry: "direct" } as const;
const isHost: boolean = Math.PI > 3;

describe("VideosdkGrantInput", () => {
  it("takes what a token holds and what goes to the client", () => {
    const count = accept(
      base,
      { ...base, entry: "ask" },
      { ...base, room: { any: true }, purpose: ["api", "participant"] },
      { ...base, participant: { id: "u_1", name: "Alice", metadata: {} }, start: { camera: "off" }, client: {} },
      { ...base, rights: {} },
      { ...base, rights: { moderate: false } },
      { ...base, rights: { moderate: { media: isHost, remove: isHost } } },
      { ...base, rights: { moderate: { media: true, remove: true, permissions: false } } },
      { ...base, extensions: { videosdk: { jti: "TEST-ONLY-id" } } },
      { room: "x", entry: "direct", expiresAt: null },
    );
    expect(count).toBe(10);
  });

  it("does not take what a token cannot hold", () => {
    // @ts-expect-error how somebody enters has to be said
    accept({ room: "x", expiresIn: "1h" });
    // @ts-expect-error all of moderation includes changing permissions
    accept({ ...base, rights: { moderate: true } });
    // @ts-expect-error muting comes with removing
    accept({ ...base, rights: { moderate: { media: true } } });
    // @ts-expect-error there is no right to change permissions
    accept({ ...base, rights: { moderate: { media: true, remove: true, permissions: true } } });
    // @ts-expect-error sending is not governed
    accept({ ...base, rights: { publish: ["camera"] } });
    // @ts-expect-error receiving is not governed
    accept({ ...base, rights: { subscribe: true } });
    // @ts-expect-error nobody can be hidden
    accept({ ...base, rights: { visible: false } });
    // @ts-expect-error answering requests comes with entering directly
    accept({ ...base, rights: { admit: true } });
    // @ts-expect-error recording is not governed
    accept({ ...base, rights: { record: true } });
    // @ts-expect-error nothing ends a stay
    accept({ ...base, stay: { maxSeconds: 60 } });
    // @ts-expect-error a not-before has no documented effect
    accept({ ...base, notBefore: 1_795_000_000 });
    // @ts-expect-error the room starts recordings, not the participant
    accept({ ...base, automation: { record: true } });
    // @ts-expect-error one room or all
    accept({ ...base, room: { anyOf: ["a", "b"] } });
    // @ts-expect-error no pattern
    accept({ ...base, room: { pattern: "a*", dialect: "x" } });
    // @ts-expect-error modelled elsewhere
    accept({ ...base, extensions: { videosdk: { permissions: ["allow_mod"] } } });
    expect(accept(base)).toBe(1);
  });
});
