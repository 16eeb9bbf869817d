import type { Entry, Grant, Native, RightPath, StatedReading } from "@roompass/core/adapter";
import { blockedBy, deepFreeze } from "@roompass/core/kit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ceilingOfAuthority, ceilingOfGrant, compareAuthority, isGain } from "../../core/src/testing/internals.ts";
import { videosdk } from "./adapter.js";
import { permissionOptions } from "./encode.js";
import type { VideosdkPermission, VideosdkProperties, VideosdkRole } from "./properties.js";

type Videosdk = Native<VideosdkProperties>;

const samePlace = { assume: "documented-defaults", sameVendor: true, samePlace: true } as const;
const now = 1_795_000_000;

/** What a list of choices for each property yields; `undefined` leaves the property out. */
function enumerate(choices: { [name in keyof VideosdkProperties]: readonly unknown[] }): VideosdkProperties[] {
  let found: Record<string, unknown>[] = [{}];
  for (const [name, values] of Object.entries(choices)) {
    found = found.flatMap((properties) =>
      values.map((value) => (value === undefined ? properties : { ...properties, [name]: value })),
    );
  }
  return found as VideosdkProperties[];
}

const canonicalPermissions: VideosdkPermission[][] = [["allow_join"], ["allow_join", "allow_mod"], ["ask_join"]];
const canonicalRoles: VideosdkRole[][] = [["rtc"], ["crawler"], ["crawler", "rtc"]];

const canonical = enumerate({
  apikey: [undefined, "TEST-ONLY-key"],
  permissions: canonicalPermissions,
  version: [2],
  roomId: [undefined, "2kyv-gzay-64pg", "standup"],
  participantId: [undefined, "u_1"],
  roles: canonicalRoles,
  iat: [undefined, now],
  exp: [undefined, now + 3600],
  nbf: [undefined, 0, now - 60, now + 60],
  jti: [undefined, "TEST-ONLY-id"],
});

const everyPermissions: (VideosdkPermission[] | undefined)[] = [
  undefined,
  [],
  ...canonicalPermissions,
  ["allow_mod"],
  ["allow_mod", "allow_join"],
  ["ask_join", "allow_mod"],
  ["allow_join", "ask_join"],
  ["allow_join", "ask_join", "allow_mod"],
];

const everything = enumerate({
  apikey: ["TEST-ONLY-key"],
  permissions: everyPermissions,
  version: [undefined, 2, "2"],
  roomId: [undefined, "2kyv-gzay-64pg"],
  participantId: [undefined, "u_1"],
  roles: [undefined, [], ...canonicalRoles, ["rtc", "crawler"]],
  exp: [undefined, now + 3600],
  nbf: [undefined, now + 60],
});

function nativeOf(properties: VideosdkProperties, unknown: Record<string, unknown> = {}): Videosdk {
  return { properties, unknown, findings: [] };
}

function moved(native: Videosdk): Videosdk {
  const ceiling = ceilingOfAuthority(videosdk.authority(native, {}), samePlace);
  return videosdk.encode({ ...videosdk.decode(native), ceiling }).native;
}

describe("same vendor, exact", () => {
  it(`holds for all ${canonical.length} canonical tokens`, () => {
    expect(canonical).toHaveLength(2 * 3 * 3 * 2 * 3 * 2 * 2 * 4 * 2);
    for (const properties of canonical) expect(moved(nativeOf(properties))).toEqual(nativeOf(properties));
  });

  it("holds with any text and unknown members", () => {
    const id = fc.string({ minLength: 1, unit: "grapheme" });
    const native = fc
      .record(
        {
          apikey: id,
          permissions: fc.constantFrom(...canonicalPermissions),
          version: fc.constant(2 as const),
          roomId: id,
          participantId: id,
          roles: fc.constantFrom(...canonicalRoles),
          iat: fc.maxSafeInteger(),
          exp: fc.maxSafeInteger(),
          nbf: fc.maxSafeInteger(),
          jti: fc.string(),
        },
        { requiredKeys: ["permissions", "version", "roles"] },
      )
      .chain((properties) =>
        fc
          .dictionary(fc.string(), fc.jsonValue())
          .map((unknown) => nativeOf(properties, videosdk.fromClaims(unknown).unknown as Record<string, unknown>)),
      );
    fc.assert(
      fc.property(native, (one) => {
        expect(moved(one)).toEqual(one);
      }),
    );
  });

  it("asks for an expiry where the token does not say", () => {
    const native = nativeOf({ permissions: ["allow_join"], version: 2, roles: ["rtc"] });
    const ceiling = ceilingOfAuthority(videosdk.authority(native, {}), samePlace);
    expect(videosdk.encode({ ...videosdk.decode(native), ceiling }).problems).toEqual([
      expect.objectContaining({
        path: "expiresAt",
        code: "grant.missing",
        remedy: { where: "policy", setting: "narrow.expiresAt" },
      }),
    ]);
  });
});

describe("tolerated spellings", () => {
  it(`become canonical without a gain, all ${everything.length} of them`, () => {
    for (const properties of everything) {
      const source = nativeOf(properties);
      // A server role that may not count is no certain purpose at all: core refuses to move such a token.
      if (videosdk.authority(source, {}).purpose.lowest.length === 0) continue;
      const target = moved(source);
      expect(target.properties.version).toBe(2);
      expect(target.properties.roles?.length).toBeGreaterThan(0);
      const gains = compareAuthority(videosdk.authority(source, {}), videosdk.authority(target, {}), {
        ...samePlace,
        now,
        normalizeRoom: videosdk.normalizeRoom,
      })
        .filter(isGain)
        .map(({ path }) => path)
        // What no documented claim can hold is core's to refuse: a not-before, and an expiry that nobody knows.
        .filter((path) => !(path === "notBefore" || (path === "expiresAt" && properties.exp === undefined)))
        // Nor is a role without the number 2 certain; core asks the encoder for the certain purposes only.
        .filter((path) => !(path === "purpose" && properties.version !== 2));
      expect({ properties, gains }).toEqual({ properties, gains: [] });
    }
  });

  it("settle after one move", () => {
    for (const properties of everything) {
      const once = moved(nativeOf(properties));
      expect(moved(once)).toEqual(once);
    }
  });

  it("are all reported when the claims are read", () => {
    for (const properties of everything) {
      const claims = videosdk.toClaims(nativeOf(properties));
      const native = videosdk.fromClaims(claims);
      const again = videosdk.toClaims(moved(native));
      if (JSON.stringify(again) !== JSON.stringify(claims)) {
        expect({ claims, findings: native.findings.length }).not.toEqual({ claims, findings: 0 });
      }
    }
  });
});

describe("options", () => {
  const options = (["direct", "ask"] satisfies Entry[]).flatMap((entry) =>
    permissionOptions[entry].map((option) => ({ entry, ...option })),
  );

  it.each(options)("yield what authority reads: $choice", ({ entry, choice, readings }) => {
    const read = videosdk.authority(nativeOf({ permissions: choice, version: 2, roles: ["rtc"] }), {});
    expect(readings).toEqual(read.rights);
    expect(read.entry).toEqual({ lowest: entry, highest: entry });
  });

  it("never go beyond the ceiling while another one stays under it", () => {
    const readings: StatedReading[] = ["allow", "deny", "possible", "default(allow)", "default(deny)", "unknown"];
    const grant: Grant = { purpose: ["participant"], room: { any: true }, expiresAt: null, entry: "direct" };
    const base = ceilingOfGrant(grant);
    for (const media of readings) {
      for (const remove of readings) {
        const rights: Record<RightPath, StatedReading> = {
          ...base.rights,
          "rights.moderate.media": media,
          "rights.moderate.remove": remove,
        };
        const ceiling = { ...base, rights };
        const { permissions } = videosdk.encode({ grant, ceiling }).native.properties;
        const chosen = permissionOptions.direct.find(({ choice }) => choice.length === permissions?.length);
        const fewest = Math.min(...permissionOptions.direct.map((option) => blockedBy(ceiling, option).length));
        expect(chosen && blockedBy(ceiling, chosen).length).toBe(fewest);
        // `allow_mod` may remove, so it is given only for one who surely may; core refuses where every way is too wide.
        const gives = remove === "allow" && (media === "allow" || media === "default(allow)");
        if (fewest === 0) expect(permissions?.includes("allow_mod")).toBe(gives);
      }
    }
  });
});

describe("pure", () => {
  it("works on frozen input, leaves it alone and says the same twice", () => {
    for (const properties of everything.filter((_, index) => index % 7 === 0)) {
      const native = deepFreeze(nativeOf({ ...properties, jti: "TEST-ONLY-id" }, { list: [{ a: 1 }] }));
      const before = JSON.stringify(native);
      const claims = deepFreeze(videosdk.toClaims(native));
      const decoded = deepFreeze(videosdk.decode(native));
      const authority = deepFreeze(videosdk.authority(native, deepFreeze({ room: {} })));
      const request = deepFreeze({ ...decoded, ceiling: ceilingOfGrant(decoded.grant) });
      const run = () => [
        videosdk.toClaims(native),
        videosdk.fromClaims(claims),
        videosdk.decode(native),
        videosdk.authority(native, {}),
        videosdk.encode(request),
        videosdk.encode({ ...decoded, ceiling: ceilingOfAuthority(authority, samePlace) }),
        videosdk.lint(native, { now }),
        videosdk.join(decoded.grant),
        videosdk.roomRequirements(native),
        videosdk.recognize({ header: {}, claims }),
      ];
      expect(run()).toEqual(run());
      expect(JSON.stringify(native)).toBe(before);
    }
  });

  it("hands out nothing through which the adapter could be changed", () => {
    const native = nativeOf({ permissions: ["allow_join", "allow_mod"] });
    const { purpose, entry, room } = videosdk.authority(native, {});
    for (const part of [
      videosdk,
      videosdk.capabilities,
      videosdk.capabilities.room,
      purpose,
      entry.lowest,
      room.lowest,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    const rights = videosdk.authority(native, {}).rights as Record<RightPath, StatedReading>;
    rights["rights.admit"] = "deny";
    expect(videosdk.authority(native, {}).rights["rights.admit"]).toBe("ungoverned, everyone");
  });
});
