import { AccessToken, TokenVerifier, TrackSource, type VideoGrant } from "livekit-server-sdk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { outcomeOf } from "../../core/src/errors/testing/error-of.ts";
import type { LivekitTrackSource, LivekitVideoGrant } from "./properties.js";
import { apiKey, apiSecret, grant, now, oldSecret, provider, room, tokenOf } from "./testing/provider.js";
import { canonicalVideo, enumerate, everyVideo, sourceLists } from "./testing/space.js";

// The vendor's package looks at the machine's clock.
beforeEach(() => {
  vi.useFakeTimers({ now: now * 1000, toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const trackSource: Readonly<Record<LivekitTrackSource, TrackSource>> = {
  camera: TrackSource.CAMERA,
  microphone: TrackSource.MICROPHONE,
  screen_share: TrackSource.SCREEN_SHARE,
  screen_share_audio: TrackSource.SCREEN_SHARE_AUDIO,
};

/** The same in the package's words, where sources are an enumeration. */
function grantOf({ canPublishSources, ...video }: LivekitVideoGrant): VideoGrant {
  return canPublishSources === undefined
    ? video
    : { ...video, canPublishSources: canPublishSources.map((source) => trackSource[source]) };
}

function build(video: LivekitVideoGrant | undefined, options: ConstructorParameters<typeof AccessToken>[2] = {}) {
  const token = new AccessToken(apiKey, apiSecret, { identity: "u_1", ...options });
  if (video !== undefined) token.addGrant(grantOf(video));
  return token;
}

const joining = { roomJoin: true, room };
const theirs = new TokenVerifier(apiKey, apiSecret);
const verdict = (token: string, expected = {}): Promise<string> => outcomeOf(() => provider().verify(token, expected));
const headerOf = (token: string): string => Buffer.from(token.split(".")[0] ?? "", "base64url").toString();

describe("a token of LiveKit's own package", () => {
  it("with nothing but a room is a participant who may send and receive", async () => {
    const token = await build(joining).toJwt();
    expect(headerOf(token)).toBe('{"alg":"HS256"}');
    const { properties, grant: read } = await provider().verify(token, { room, participantId: "u_1" });
    expect(properties).toEqual({ iss: apiKey, sub: "u_1", video: joining, nbf: now, exp: now + 6 * 3600 });
    expect(read).toEqual({
      purpose: ["participant"],
      room,
      participant: { id: "u_1" },
      notBefore: now,
      expiresAt: now + 6 * 3600,
    });
  });

  it("with nothing at all gives nothing, and is none for anybody", async () => {
    for (const token of [await new AccessToken(apiKey, apiSecret).toJwt(), await build(undefined).toJwt()]) {
      expect(await theirs.verify(token)).toMatchObject({ iss: apiKey });
      expect(await verdict(token)).toBe("claims.invalid video");
      expect(
        provider()
          .inspect(token)
          .native.findings.map(({ id }) => id),
      ).toEqual(["claims.invalid"]);
    }
  });

  const spaces = enumerate<LivekitVideoGrant>({
    roomJoin: [true],
    room: [room],
    roomAdmin: [undefined, true],
    canPublish: [undefined, true, false],
    canPublishSources: [undefined, ...sourceLists],
    canPublishData: [undefined, false],
    hidden: [undefined, true],
  });

  it(`is read as what it was made of, for all ${spaces.length} grants`, async () => {
    for (const video of spaces) {
      const token = await build(video).toJwt();
      const contradicts = video.canPublish === false && video.canPublishSources !== undefined;
      if (contradicts) {
        expect(await verdict(token)).toBe("claims.unknown-value video.canPublishSources");
        continue;
      }
      const { properties } = await provider().verify(token);
      expect(properties.video).toEqual(video);
    }
  });

  it("with the empty list, which it takes for none that is listed, gives every source", async () => {
    const token = await build({ ...joining, canPublishSources: [] }).toJwt();
    const reading = provider().inspect(token);
    expect(reading.grant.rights).toBeUndefined();
    expect(reading.warnings.map(({ id }) => id)).toContain("livekit.empty-sources");
  });

  it("keeps descriptions, attributes and other products' rights", async () => {
    const token = build(joining, { name: "Zoë", metadata: '{"team":"a"}', attributes: { role: "host" } });
    token.addSIPGrant({ call: true });
    token.addInferenceGrant({ perform: true });
    token.addObservabilityGrant({ write: false });
    token.kind = "agent";
    token.sha256 = "abc";
    token.roomPreset = "large";
    const { grant: read, properties } = await provider().verify(await token.toJwt());
    expect(read.participant).toEqual({ id: "u_1", name: "Zoë", metadata: { team: "a" } });
    expect(read.purpose).toEqual(["api", "participant"]);
    expect(read.extensions?.["livekit"]).toEqual({
      attributes: { role: "host" },
      kind: "agent",
      sha256: "abc",
      roomPreset: "large",
      sip: { call: true },
      inference: { perform: true },
    });
    expect(properties.observability).toEqual({ write: false });
  });

  it.each<[string | number, number]>([
    ["1h", 3600],
    ["10 minutes", 600],
    ["2 days", 172_800],
    [90, 90],
    ["1w", 604_800],
  ])("lives for %s", async (ttl, seconds) => {
    const token = await build(joining, { ttl }).toJwt();
    expect((await provider().verify(token)).grant.expiresAt).toBe(now + seconds);
    expect(await verdict(token, { now: now + seconds + 29 })).toBe("ok");
    expect(await verdict(token, { now: now + seconds + 30 })).toBe("token.expired claims.exp");
  });

  it("for another key, or with another secret, is not ours", async () => {
    const another = new AccessToken("TEST-ONLY-another-key", apiSecret, { identity: "u_1" });
    another.addGrant(joining);
    expect(await verdict(await another.toJwt())).toBe("policy.tenant issuance.tenant");
    const forged = new AccessToken(apiKey, oldSecret, { identity: "u_1" });
    forged.addGrant(joining);
    expect(await verdict(await forged.toJwt())).toBe("signature.mismatch");
  });
});

describe("what LiveKit's own package signs without complaint", () => {
  it.each<[string, LivekitVideoGrant, string]>([
    ["joining no room in particular", { roomJoin: true }, "claims.invalid video.room"],
    ["an admin of no room", { roomAdmin: true }, "claims.invalid video.room"],
    ["a room and nothing to do there", { room }, "claims.invalid video"],
    ["not joining", { roomJoin: false, room }, "claims.invalid video"],
    ["a server's right for a participant's purpose", { roomCreate: true }, "policy.purpose purpose"],
    ["a switch that is a text", { ...joining, canPublish: "false" as never }, "claims.invalid video.canPublish"],
    ["a room that is a number", { ...joining, room: 7 as never }, "claims.invalid video.room"],
  ])("%s", async (_what, video, outcome) => {
    const token = await build(video).toJwt();
    expect(await theirs.verify(token)).toMatchObject({ video });
    expect(await verdict(token)).toBe(outcome);
  });

  it("but not a participant without an identity", async () => {
    const token = new AccessToken(apiKey, apiSecret);
    token.addGrant(joining);
    await expect(token.toJwt()).rejects.toThrow("identity");
    expect(await outcomeOf(() => provider().issue({ room, expiresIn: "1h" } as never))).toBe(
      "grant.missing participant.id",
    );
  });
});

describe("a token that is signed here", () => {
  const rows = enumerate<NonNullable<ReturnType<typeof grant>["rights"]>>({
    publish: [undefined, true, false, ["camera"], ["microphone", "screen", "screenAudio"]],
    subscribe: [undefined, true, false],
    visible: [undefined, true, false],
    moderate: [undefined, true, false],
  });

  it(`is taken by LiveKit's verifier, for all ${rows.length} grants, and says what its package would write`, async () => {
    for (const rights of rows) {
      const { token, properties } = await provider().issue(grant({ rights }));
      const read = await theirs.verify(token);
      expect(read).toMatchObject({ iss: apiKey, sub: "u_1", exp: now + 3600, video: properties.video });
      const same = build(properties.video, { ttl: "1h" });
      const { nbf: _, ...claims } = await theirs.verify(await same.toJwt());
      expect({ ...claims, iat: now }).toEqual(read);
      expect(properties.video?.canPublishSources).not.toEqual([]);
    }
  });

  it("for the server API is taken too", async () => {
    const extensions = { livekit: { roomCreate: true, sip: { admin: true } } } as const;
    const { token } = await provider().issue({ purpose: "api", room: { any: true }, expiresIn: "10m", extensions });
    expect(await theirs.verify(token)).toEqual({
      iss: apiKey,
      video: { roomCreate: true },
      sip: { admin: true },
      iat: now,
      exp: now + 600,
    });
  });

  it("is refused by it with another secret, for another key, and after its time", async () => {
    const { token } = await provider().issue(grant());
    await expect(new TokenVerifier(apiKey, oldSecret).verify(token)).rejects.toThrow();
    await expect(new TokenVerifier("TEST-ONLY-another-key", apiSecret).verify(token)).rejects.toThrow();
    vi.setSystemTime((now + 3600 + 10) * 1000);
    await expect(theirs.verify(token)).rejects.toThrow();
  });
});

describe("both verifiers", () => {
  it("ask for an expiry", async () => {
    const token = tokenOf({ exp: undefined });
    await expect(theirs.verify(token)).rejects.toThrow();
    expect(await verdict(token)).toBe("claims.missing-expiry expiresAt");
  });

  it("agree on every token that does not contradict itself", async () => {
    const some = canonicalVideo.filter((_, index) => index % 9 === 0);
    expect(everyVideo.length).toBeGreaterThan(some.length);
    for (const video of some) {
      const token = tokenOf({ video });
      expect((await theirs.verify(token)).video).toEqual(video);
      expect((await provider().verify(token)).properties.video).toEqual(video);
    }
  });

  it("differ where theirs looks at the signature, the issuer and the times only", async () => {
    const lax: readonly (readonly [object, string])[] = [
      [{ video: undefined }, "claims.invalid video"],
      [{ sub: undefined }, "claims.invalid sub"],
      [{ video: { ...joining, canPublishSources: ["webcam"] } }, "claims.unknown-value video.canPublishSources[0]"],
      [{ attributes: { level: 2 } }, "claims.invalid attributes"],
      [{ exp: (now + 60) * 1000 }, "claims.milliseconds claims.exp"],
    ];
    for (const [changes, outcome] of lax) {
      const token = tokenOf(changes as Readonly<Record<string, unknown>>);
      expect(await theirs.verify(token)).toMatchObject({ iss: apiKey });
      expect(await verdict(token)).toBe(outcome);
    }
  });
});
