import { describe, expect, it } from "vitest";
import { livekit } from "./adapter.js";
import { guestClaims, now, provider, room, tokenOf } from "./testing/provider.js";

/** What LiveKit's own packages write for what their caller did not set, read in their public code of November 2026. */
const packages: [string, Record<string, unknown>][] = [
  // https://github.com/livekit/server-sdk-ruby/blob/main/lib/livekit/grants.rb
  ["Ruby", { name: null, metadata: null, attributes: null, sha256: null }],
  [
    // https://github.com/livekit/rust-sdks/blob/main/livekit-api/src/access_token.rs
    "Rust",
    {
      nbf: now,
      video: {
        ...{ roomCreate: false, roomList: false, roomRecord: false, roomAdmin: false, roomJoin: true, room },
        ...{ destinationRoom: "", canPublish: true, canSubscribe: true, canPublishData: true, canPublishSources: [] },
        ...{ canUpdateOwnMetadata: false, ingressAdmin: false, hidden: false, recorder: false },
      },
      ...{ sip: { admin: false, call: false }, name: "", metadata: "", sha256: "", attributes: {}, roomConfig: null },
    },
  ],
];

describe.each(packages)("a token of the package for %s", (_, written) => {
  const claims = guestClaims(written);

  it("is verified", async () => {
    await expect(provider().verify(tokenOf(claims))).resolves.toMatchObject({ verified: true, grant: { room } });
  });

  it("has nothing that keeps its holder from moving", () => {
    const { residue } = livekit.decode(livekit.fromClaims(claims));
    expect(Object.keys(residue).filter((name) => livekit.residueRules[name]?.kind === "binding")).toEqual([]);
  });
});

describe("what is null", () => {
  const left = (claims: Record<string, unknown>) => livekit.fromClaims(guestClaims(claims));

  it.each(["name", "metadata", "attributes", "sha256", "roomConfig", "jti"])("`%s` is left out, and told", (name) => {
    const { properties, findings } = left({ [name]: null });
    expect(properties).not.toHaveProperty(name);
    expect(findings.map(({ id, severity, path }) => [id, severity, path])).toEqual([
      ["livekit.empty-claim", "info", name],
    ]);
  });

  it("is no identity, no room, no switch and no claim with rights in it", () => {
    for (const claims of [
      { sub: null },
      { video: { roomJoin: true, room: null } },
      { video: { roomJoin: true, room, canPublish: null } },
      { video: null },
      { sip: null },
      { kind: null },
      { exp: null },
    ]) {
      expect(left(claims).findings.map(({ severity }) => severity)).toContain("error");
    }
  });
});
