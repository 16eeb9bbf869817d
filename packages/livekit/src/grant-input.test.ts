import { describe, expect, it } from "vitest";
import type { LivekitGrantInput } from "./grant-input.js";
import { createLiveKit } from "./provider.js";

/** Compiles when the grant can be held; the calls below are the test. */
function accept(...grants: LivekitGrantInput[]): number {
  return grants.length;
}

const base = { room: "standup", participant: { id: "u_1" }, expiresIn: "1h" } as const;
const server = { purpose: "api", room: { any: true }, expiresIn: "1h" } as const;
const mayAll: boolean = Math.PI > 3;

describe("LivekitGrantInput", () => {
  it("takes what a token holds and what goes to the client", () => {
    const count = accept(
      base,
      { ...base, participant: { id: "u_1", name: "Alice", metadata: {} }, start: { camera: "off" }, entry: "direct" },
      { ...base, rights: { publish: mayAll, subscribe: mayAll, visible: mayAll, moderate: mayAll } },
      { ...base, rights: { publish: ["camera", "screenAudio"], admit: false, record: false } },
      { ...base, rights: { publish: { camera: true, data: false } } },
      { ...base, rights: { publish: { camera: true, microphone: true, custom: true } } },
      { ...base, rights: { moderate: { media: true, remove: true, permissions: true } } },
      { ...base, automation: { record: true }, extensions: { livekit: { roomConfig: { egress: {} } } } },
      { ...base, notBefore: 1_795_000_000, stay: { endsAtExpiry: false } },
      { ...server, extensions: { livekit: { roomCreate: true, sip: { call: true } } } },
      { ...server, rights: { record: true, livestream: true } },
      { ...server, room: "standup", rights: { moderate: true } },
    );
    expect(count).toBe(12);
  });

  it("need not say who comes where an issuer is told later", () => {
    const issuer = createLiveKit({
      apiKey: "TEST-ONLY-key",
      apiSecret: "TEST-ONLY-secret-0123456789abcdefghij",
    }).issuer({
      room: "standup",
      expiresIn: "1h",
    });
    expect(issuer.issue).toBeTypeOf("function");
    const refused = () =>
      // @ts-expect-error no list of rooms, whoever comes
      createLiveKit({}).issuer({ room: { anyOf: ["a", "b"] }, expiresIn: "1h" });
    expect(refused).toThrow();
  });

  it("does not take what a token cannot hold", () => {
    // @ts-expect-error nobody joins without an identity
    accept({ room: "standup", expiresIn: "1h" });
    // @ts-expect-error an identity is an id
    accept({ ...base, participant: { name: "Alice" } });
    // @ts-expect-error one room to join
    accept({ ...base, room: { any: true } });
    // @ts-expect-error no list of rooms
    accept({ ...base, room: { anyOf: ["a", "b"] } });
    // @ts-expect-error no pattern
    accept({ ...server, room: { pattern: "a*", dialect: "x" } });
    // @ts-expect-error an expiry is required
    accept({ room: "standup", participant: { id: "u_1" }, expiresAt: null });
    // @ts-expect-error one purpose for each token
    accept({ ...base, purpose: ["api", "participant"] });
    // @ts-expect-error nobody waits outside
    accept({ ...base, entry: "ask" });
    // @ts-expect-error nothing ends a stay
    accept({ ...base, stay: { maxSeconds: 60 } });
    // @ts-expect-error nothing ends a stay
    accept({ ...base, stay: { endsAtExpiry: true } });
    // @ts-expect-error muting comes with removing and changing permissions
    accept({ ...base, rights: { moderate: { media: true } } });
    // @ts-expect-error nobody asks to enter
    accept({ ...base, rights: { admit: true } });
    // @ts-expect-error recordings are started by a server
    accept({ ...base, rights: { record: true } });
    // @ts-expect-error recordings and streams are one right
    accept({ ...server, rights: { record: true, livestream: false } });
    // @ts-expect-error agents transcribe
    accept({ ...base, rights: { transcribe: true } });
    // @ts-expect-error everything or nothing is received
    accept({ ...base, rights: { subscribe: ["microphone"] } });
    // @ts-expect-error tracks without a source go with all others only
    accept({ ...base, rights: { publish: { custom: true, camera: false } } });
    // @ts-expect-error no list of sources names them
    accept({ ...base, rights: { publish: ["camera", "custom"] } });
    // @ts-expect-error no claim says who transcribes
    accept({ ...base, automation: { transcribe: true } });
    // @ts-expect-error a right of the server
    accept({ ...base, extensions: { livekit: { roomCreate: true } } });
    // @ts-expect-error modelled elsewhere
    accept({ ...base, extensions: { livekit: { roomAdmin: true } } });
    // @ts-expect-error off is left out
    accept({ ...base, extensions: { livekit: { recorder: false } } });
    expect(accept(base)).toBe(1);
  });
});
