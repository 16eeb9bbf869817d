import fc from "fast-check";
import type { Claims } from "./spaces/combine.ts";
import { now, type Vendor } from "./vendors.ts";

/** Any text: letters of every script, control characters, names that objects inherit. */
export const anyText = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
  fc.string({ minLength: 1, maxLength: 60 }),
  fc.constantFrom("__proto__", "constructor", "toString", " ", "\u0000", "Ada\u202eL", "x".repeat(36), "x".repeat(37)),
);

const anyStart = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: now }) },
  { weight: 1, arbitrary: fc.integer({ min: now, max: now + 1e6 }) },
);
const anyEnd = fc.integer({ min: now - 10, max: now + 2e6 });
const anySeconds = fc.integer({ min: 1, max: 1e6 });
const maybe = fc.boolean();

function partly(members: Record<string, fc.Arbitrary<unknown>>, required: readonly string[]): fc.Arbitrary<Claims> {
  return fc.record(members, { requiredKeys: [...required] });
}

const dailyPermissions = partly(
  {
    hp: maybe,
    cs: fc.oneof(
      maybe,
      fc.subarray(["v", "a", "sv", "sa", "cv", "ca"], { minLength: 1 }).map((codes) => codes.join(",")),
    ),
    cr: partly({ b: maybe, u: fc.dictionary(anyText, maybe, { maxKeys: 2 }) }, ["b"]),
    ca: fc.oneof(
      maybe,
      fc.subarray(["p", "s", "t"], { minLength: 1 }).map((codes) => codes.join(",")),
    ),
  },
  [],
);

const anyDaily = partly(
  {
    r: anyText,
    exp: anyEnd,
    nbf: anyStart,
    u: anyText,
    ud: anyText,
    o: maybe,
    ss: maybe,
    k: maybe,
    er: fc.constantFrom("cloud", "cloud-audio-only", "local", "raw-tracks"),
    eje: anySeconds,
    vo: maybe,
    ao: maybe,
    rome: fc.webUrl(),
    otcd: anyText,
    d: anyText,
    iat: anyStart,
    p: dailyPermissions,
  },
  ["r", "exp"],
);

/** Those that withhold nothing from their holder, of which most translate. */
const mildDaily = anyDaily.map(({ ss: _ss, k: _k, p: _p, eje: _eje, ...claims }): Claims => claims);

const anyMetered = fc
  .record({
    data: partly(
      {
        roomName: anyText,
        expireUnixSec: anyEnd,
        notBeforeUnixSec: anyStart,
        ejectAfterElapsedTimeInSec: anySeconds,
        isAdmin: maybe,
        name: anyText,
        email: anyText,
        meta: fc.oneof(anyText, fc.json({ maxDepth: 2 })),
        externalUserId: anyText,
        joinVideoOn: maybe,
        joinAudioOn: maybe,
        appName: anyText,
      },
      ["roomName", "expireUnixSec"],
    ),
    times: partly({ exp: anyEnd, nbf: anyStart, iat: anyStart }, []),
  })
  .map(({ data, times }): Claims => ({ data, ...times }));

/** Those with limits that any vendor can hold. */
const mildMetered = anyMetered.map(({ data, ...times }): Claims => {
  const { ejectAfterElapsedTimeInSec: _limit, ...rest } = data as Claims;
  return { ...times, data: rest };
});

const livekitVideo = {
  roomJoin: fc.constant(true),
  room: anyText,
  roomAdmin: maybe,
  canPublish: maybe,
  canPublishSources: fc.subarray(["camera", "microphone", "screen_share", "screen_share_audio"]),
  canPublishData: maybe,
  canSubscribe: maybe,
  hidden: maybe,
};

const livekitClaims = {
  iss: anyText,
  sub: anyText,
  jti: anyText,
  name: anyText,
  metadata: fc.oneof(anyText, fc.json({ maxDepth: 2 })),
  attributes: fc.dictionary(anyText, anyText, { maxKeys: 2 }),
  exp: anyEnd,
  nbf: anyStart,
  iat: anyStart,
};

const anyLivekitWith = (video: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Claims> =>
  partly({ ...livekitClaims, video: partly(video, ["roomJoin", "room"]) }, ["sub", "exp", "video"]);

const anyLivekit = anyLivekitWith(livekitVideo);

/** Those that withhold nothing from their holder, of which most translate. */
const mildLivekit = anyLivekitWith({
  roomJoin: livekitVideo.roomJoin,
  room: anyText,
  roomAdmin: maybe,
  canSubscribe: fc.constant(true),
});

const anyVideosdk = partly(
  {
    permissions: fc.constantFrom(["allow_join"], ["allow_join", "allow_mod"], ["ask_join"]),
    version: fc.constant(2),
    roomId: anyText,
    participantId: anyText,
    roles: fc.constantFrom(["rtc"], ["crawler", "rtc"]),
    exp: anyEnd,
    nbf: anyStart,
    iat: anyStart,
    apikey: anyText,
    jti: anyText,
  },
  ["permissions", "roomId", "exp"],
);

/** Rich claims of each vendor's tokens. */
export const anyClaims: Readonly<Record<Vendor, fc.Arbitrary<Claims>>> = {
  daily: fc.oneof(anyDaily, mildDaily),
  livekit: fc.oneof(anyLivekit, mildLivekit),
  metered: fc.oneof(anyMetered, mildMetered),
  videosdk: anyVideosdk,
};
