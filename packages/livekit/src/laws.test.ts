import type { Native, RightPath, StatedReading } from "@roompass/core/adapter";
import { deepFreeze } from "@roompass/core/kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampled } from "../../../tools/enumerations.ts";
import { ceilingOfAuthority, ceilingOfGrant, compareAuthority, isGain } from "../../core/src/testing/internals.ts";
import { livekit } from "./adapter.js";
import type { LivekitProperties } from "./properties.js";
import { purposesOf } from "./purposes.js";
import { apiKey, now } from "./testing/provider.js";
import {
  canonicalProperties,
  canonicalVideo,
  differing,
  everyVideo,
  isComplete,
  nativeOf,
  serverProperties,
  sourceLists,
} from "./testing/space.js";

type Livekit = Native<LivekitProperties>;

const samePlace = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;
const participant = { iss: apiKey, sub: "u_1", exp: now + 3600 };

const bare = (properties: LivekitProperties): Livekit => nativeOf(properties);

function moved(native: Livekit): Livekit {
  const ceiling = ceilingOfAuthority(livekit.authority(native, {}), samePlace);
  return livekit.encode({ ...livekit.decode(native), ceiling }).native;
}

function gainsOf(source: Livekit, target: Livekit): string[] {
  const context = { ...samePlace, now, normalizeRoom: livekit.normalizeRoom };
  return compareAuthority(livekit.authority(source, {}), livekit.authority(target, {}), context)
    .filter(isGain)
    .map(({ path }) => path);
}

describe("same vendor, exact", () => {
  const ways = sampled(canonicalVideo, 800);
  it(`holds for ${ways.length} of ${canonicalVideo.length} ways to give a participant rights`, () => {
    expect(canonicalVideo).toHaveLength(3 * (3 + 2 * 15) * 3 * 3 * 3);
    const natives = ways.map((video) => nativeOf({ ...participant, video }));
    expect(differing(natives, moved, (native) => native)).toEqual([]);
  });

  const beside = sampled(canonicalProperties, 1000);
  it(`holds for ${beside.length} of ${canonicalProperties.length} combinations of what stands beside`, () => {
    expect(canonicalProperties).toHaveLength(2 * 2 * 2 * 4 * 2 * 2 * 2 * 2 * 3 * 2 * 2);
    expect(differing(beside.map(bare), moved, (native) => native)).toEqual([]);
  });

  const everyServer = serverProperties.filter(isComplete);
  const servers = sampled(everyServer, 800);
  it(`holds for ${servers.length} of ${everyServer.length} tokens for the server API`, () => {
    expect(everyServer.length).toBeGreaterThan(2000);
    expect(differing(servers.map(bare), moved, (native) => native)).toEqual([]);
  });

  it("holds with any text and unknown members", () => {
    const text = fc.string({ minLength: 1, unit: "grapheme" });
    const native = fc
      .record(
        {
          iss: text,
          sub: text,
          name: fc.string(),
          metadata: fc.oneof(fc.string(), fc.json()),
          attributes: fc.dictionary(text, fc.string()),
          roomPreset: fc.string(),
          iat: fc.maxSafeInteger(),
          nbf: fc.maxSafeInteger(),
          exp: fc.maxSafeInteger(),
          room: text,
          canPublishSources: fc.option(fc.constantFrom(...sourceLists), { nil: undefined }),
        },
        { requiredKeys: ["sub", "room"] },
      )
      .map(({ room, canPublishSources, ...rest }): LivekitProperties => {
        const sources = canPublishSources === undefined ? {} : { canPublishSources };
        return { ...rest, video: { roomJoin: true, room, ...sources } };
      })
      .chain((properties) =>
        fc
          .dictionary(fc.string(), fc.jsonValue())
          .map((unknown) => nativeOf(properties, { ...livekit.fromClaims(unknown).unknown })),
      );
    fc.assert(
      fc.property(native, (one) => {
        expect(moved(one)).toEqual(one);
      }),
    );
  });
});

describe("wire", () => {
  it("says the same again when it is read, for canonical tokens", () => {
    const all = [
      ...sampled(canonicalVideo, 800).map((video) => ({ ...participant, video })),
      ...sampled(canonicalProperties, 800),
      ...sampled(serverProperties, 800),
    ];
    const read = all.map((properties) => {
      const claims = livekit.toClaims(nativeOf(properties));
      return { properties, claims, native: livekit.fromClaims(claims) };
    });
    const isSame = ({ native }: (typeof read)[number]): unknown => [native.properties, native.unknown];
    expect(differing(read, isSame, ({ properties }) => [properties, {}])).toEqual([]);
    const again = ({ native }: (typeof read)[number]): unknown => livekit.toClaims(native);
    expect(differing(read, again, ({ claims }) => claims)).toEqual([]);
  });

  it("keeps any unknown member where it stood", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (top, inner) => {
          const foreign = livekit.fromClaims({ ...top, video: inner });
          const claims = { ...foreign.unknown, video: { ...(foreign.unknown["video"] as object), roomJoin: true } };
          expect(livekit.toClaims(livekit.fromClaims(claims))).toEqual(claims);
        },
      ),
    );
  });

  it("never throws, whatever the claims are", () => {
    const names = ["video", "sip", "sub", "jti", "exp", "roomConfig", "attributes", "kindDetails", "metadata"];
    const inner = ["roomJoin", "room", "canPublish", "canPublishSources", "hidden", "roomAdmin"];
    const value = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...inner), fc.oneof(fc.jsonValue(), fc.boolean(), fc.constantFrom(["camera"], []))),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), value), (claims) => {
        const native = livekit.fromClaims(claims);
        expect(Object.keys(livekit.authority(native, {}).rights)).toHaveLength(15);
        expect(livekit.decode(native).grant.purpose.length).toBeGreaterThan(0);
        livekit.lint(native, { now });
        // What could not be read gives nothing.
        if (native.findings.every(({ severity }) => severity !== "error")) return;
        const { lowest } = livekit.authority(native, {}).purpose;
        if (typeof claims["video"] !== "object") expect(lowest).not.toContain("participant");
      }),
    );
  });
});

describe("tokens that contradict themselves or leave something out", () => {
  const everyOdd = [
    ...everyVideo
      .filter(({ canPublish, canPublishSources }) => canPublish === false && canPublishSources !== undefined)
      .map((video) => ({ ...participant, video })),
    // What gives nothing at all is refused wherever it is read.
    ...serverProperties.filter((properties) => purposesOf(properties).length > 0 && !isComplete(properties)),
  ];

  const odd = sampled(everyOdd, 1200);

  it(`become canonical without a gain, ${odd.length} of ${everyOdd.length}`, () => {
    expect(everyOdd.length).toBeGreaterThan(3000);
    expect(
      differing(
        odd.map(bare),
        (source) => gainsOf(source, moved(source)),
        () => [],
      ),
    ).toEqual([]);
  });

  it("settle after one move", () => {
    const once = odd.map((properties) => moved(nativeOf(properties)));
    expect(differing(once, moved, (native) => native)).toEqual([]);
  });

  it("are all reported when the claims are read", () => {
    const silent = odd.filter((properties) => {
      const { findings } = livekit.fromClaims(livekit.toClaims(nativeOf(properties)));
      return findings.every(({ severity }) => severity === "info");
    });
    expect(silent).toEqual([]);
  });
});

describe("pure", () => {
  it("works on frozen input, leaves it alone and says the same twice", () => {
    const some = [...canonicalProperties, ...serverProperties].filter((_, index) => index % 97 === 0);
    for (const properties of some) {
      const native = deepFreeze(nativeOf(properties, { list: [{ a: 1 }], video: { zone: "a" } }));
      const before = JSON.stringify(native);
      const claims = deepFreeze(livekit.toClaims(native));
      const decoded = deepFreeze(livekit.decode(native));
      const authority = deepFreeze(livekit.authority(native, deepFreeze({ room: {} })));
      const request = deepFreeze({ ...decoded, ceiling: ceilingOfGrant(decoded.grant) });
      const run = () => [
        livekit.toClaims(native),
        livekit.fromClaims(claims),
        livekit.decode(native),
        livekit.authority(native, {}),
        livekit.encode(request),
        livekit.encode({ ...decoded, ceiling: ceilingOfAuthority(authority, samePlace) }),
        livekit.lint(native, { now }),
        livekit.join(decoded.grant),
        livekit.roomRequirements(native),
        livekit.recognize({ header: {}, claims }),
      ];
      expect(run()).toEqual(run());
      expect(JSON.stringify(native)).toBe(before);
    }
  });

  it("hands out nothing through which the adapter could be changed", () => {
    const native = nativeOf({ ...participant, video: { roomJoin: true } });
    const { entry, room } = livekit.authority(native, {});
    for (const part of [livekit, livekit.capabilities, livekit.capabilities.room, entry, room.lowest]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    const rights = livekit.authority(native, {}).rights as Record<RightPath, StatedReading>;
    rights["rights.admit"] = "allow";
    expect(livekit.authority(native, {}).rights["rights.admit"]).toBe("default(deny)");
  });
});
