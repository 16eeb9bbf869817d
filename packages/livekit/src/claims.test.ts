import { describe, expect, it } from "vitest";
import { livekit } from "./adapter.js";
import { guestClaims, room } from "./testing/provider.js";

const joining = { roomJoin: true, room };

function read(changes: Record<string, unknown>) {
  const { properties, unknown, findings } = livekit.fromClaims(guestClaims(changes));
  return { properties, unknown, found: findings.map(({ id, severity, path }) => `${severity} ${id} ${path}`) };
}

describe("claims that cannot be read", () => {
  const invalid = (path: string): string => `error claims.invalid ${path}`;
  const rows: [string, Record<string, unknown>, string[]][] = [
    ["an issuer that is empty", { iss: "" }, [invalid("iss")]],
    ["an identity that is a number", { sub: 7 }, [invalid("sub"), invalid("sub")]],
    ["a name that is a number", { name: 7 }, [invalid("name")]],
    ["metadata that is an object", { metadata: { a: 1 } }, [invalid("metadata")]],
    ["attributes that are a list", { attributes: ["a"] }, [invalid("attributes")]],
    ["kind details that are a text", { kindDetails: "a" }, [invalid("kindDetails")]],
    ["kind details that are numbers", { kindDetails: [1] }, [invalid("kindDetails")]],
    ["a configuration that is a text", { roomConfig: "a" }, [invalid("roomConfig")]],
    ["telephony that is a list", { sip: [] }, [invalid("sip")]],
    ["telephony with a text", { sip: { admin: "true" } }, [invalid("sip.admin")]],
    ["an expiry with a fraction", { exp: 1.5 }, [invalid("exp")]],
    ["a video that is null", { video: null }, [invalid("video")]],
    ["a room that is a number", { video: { roomJoin: true, room: 7 } }, [invalid("video.room"), invalid("video.room")]],
    [
      "a source that is a number",
      { video: { ...joining, canPublishSources: [1] } },
      [invalid("video.canPublishSources[0]")],
    ],
    ["an admin that is a text", { video: { ...joining, roomAdmin: "yes" } }, [invalid("video.roomAdmin")]],
    ["hidden that is a number", { video: { ...joining, hidden: 1 } }, [invalid("video.hidden")]],
  ];
  it.each(rows)("%s", (_, changes, found) => {
    expect(read(changes).found).toEqual(found);
  });

  it("take the right that they may have withheld, and give none", () => {
    const { properties } = read({
      video: { ...joining, canPublish: 1, canPublishData: "yes", canSubscribe: null, roomAdmin: 1, recorder: "true" },
    });
    expect(properties.video).toEqual({ ...joining, canPublish: false, canPublishData: false, canSubscribe: false });
  });

  it("of sources give nothing, also where everything is given beside them", () => {
    for (const canPublishSources of ["camera", ["CAMERA"], [null], {}, null]) {
      const { properties } = read({ video: { ...joining, canPublish: true, canPublishSources } });
      expect(properties.video).toEqual({ ...joining, canPublish: false });
    }
  });

  it("suggest the source that was meant", () => {
    const { findings } = livekit.fromClaims({ video: { ...joining, canPublishSources: ["screenshare", "webcam-1"] } });
    const cures = findings.filter(({ id }) => id === "claims.unknown-value").map(({ cure }) => cure);
    expect(cures).toEqual([
      "Did you mean `screen_share`?",
      "Use camera, microphone, screen_share, screen_share_audio.",
    ]);
  });
});

describe("spellings that are read", () => {
  it("empty texts are none", () => {
    const { properties, found } = read({ jti: "", video: { ...joining, destinationRoom: "" } });
    expect(properties).not.toHaveProperty("jti");
    expect(properties.video).toEqual(joining);
    expect(found).toEqual(["info livekit.empty-claim jti", "info livekit.empty-claim video.destinationRoom"]);
    expect(read({ sub: "" }).found).toEqual(["info livekit.empty-claim sub", "error claims.invalid sub"]);
    expect(read({ sub: "", jti: "u_1" }).found).toContain("warning livekit.identity-in-jti jti");
  });

  it("the empty list is no list, and is never written", () => {
    const { properties, found } = read({ video: { ...joining, canPublishSources: [] } });
    expect(properties.video).toEqual(joining);
    expect(found).toEqual(["warning livekit.empty-sources video.canPublishSources"]);
    const denied = read({ video: { ...joining, canPublish: false, canPublishSources: [] } });
    expect(denied.found).toEqual(["info livekit.empty-sources video.canPublishSources"]);
    const native = { properties: { video: { ...joining, canPublishSources: [] } }, unknown: {}, findings: [] };
    expect(livekit.toClaims(native)).toEqual({ video: joining });
  });
});

describe("names that LiveKit does not have", () => {
  const meant = (changes: Record<string, unknown>): string[] =>
    livekit
      .fromClaims(guestClaims(changes))
      .findings.filter(({ id }) => id === "lint.unknown-claim")
      .map(({ path, cure }) => `${path}: ${cure}`);

  it.each<[Record<string, unknown>, string[]]>([
    [{ nfb: 1 }, ["nfb: Did you mean `nbf`?"]],
    [{ roomJoin: true }, ["roomJoin: Did you mean `video.roomJoin`?"]],
    [{ room: "a" }, ["room: Did you mean `video.room`?"]],
    [{ room_name: "a" }, ["room_name: Did you mean `video.room`?"]],
    [{ grants: {} }, ["grants: Did you mean `video`?"]],
    [{ metaData: "a" }, ["metaData: Did you mean `metadata`?"]],
    [{ identity: "u_2" }, ["identity: Did you mean `sub`? LiveKit's servers do not read `identity`."]],
    [{ identity: "u_1" }, []],
    [{ "x-anything-at-all": 1 }, []],
    [{ "a name with spaces": 1 }, []],
    [{ video: { ...joining, room_join: true } }, ["video.room_join: Did you mean `video.roomJoin`?"]],
    [{ video: { ...joining, canPublihs: false } }, ["video.canPublihs: Did you mean `video.canPublish`?"]],
    [
      { video: { ...joining, canUpdateMetadata: true } },
      ["video.canUpdateMetadata: Did you mean `video.canUpdateOwnMetadata`?"],
    ],
    [{ sip: { admn: true } }, ["sip.admn: Did you mean `sip.admin`?"]],
  ])("%j", (changes, cures) => {
    expect(meant(changes)).toEqual(cures);
  });

  it("survive, and never pass for one that it has", () => {
    const { unknown } = read({ video: { ...joining, zone: { a: 1 } }, sip: { x: 1 }, deep: [{ b: null }] });
    expect(unknown).toEqual({ video: { zone: { a: 1 } }, sip: { x: 1 }, deep: [{ b: null }] });
    const smuggled = { video: { roomAdmin: true, zone: 1 }, exp: 9, list: [] };
    const written = livekit.toClaims({ properties: { video: joining }, unknown: smuggled, findings: [] });
    expect(written).toEqual({ video: { ...joining, zone: 1 }, list: [] });
  });

  it("named like a member of every object harm nothing", () => {
    const claims = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1, "video": {"toString": 1, "__proto__": 2}}');
    const { unknown, properties } = livekit.fromClaims(claims);
    expect(Object.keys(unknown)).toEqual(["video", "__proto__", "constructor"]);
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype);
    expect(livekit.toClaims({ properties, unknown, findings: [] })).toEqual(claims);
  });
});
