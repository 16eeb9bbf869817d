import { describe, expect, it } from "vitest";
import { bodyFieldTypes, type MeteredProperties } from "./properties.js";
import { toRequestBody } from "./request-body.js";
import { adminRights, frozen, grantOf, issue, nativeOf } from "./testing/natives.js";

const everything: Required<MeteredProperties> = {
  roomName: "standup",
  globalToken: false,
  isAdmin: false,
  name: "Alice",
  email: "a@example.org",
  meta: "gold",
  externalUserId: "u_1",
  expireUnixSec: 1_900_000_000,
  notBeforeUnixSec: 1_800_000_000,
  ejectAfterElapsedTimeInSec: 1800,
  joinVideoOn: true,
  joinAudioOn: false,
  disableVideo: true,
  disableAudio: true,
  disableScreenSharing: true,
  appName: "example",
  meteredParticipantId: "00000000-0000-4000-8000-000000000000",
  iat: 1_790_000_000,
  exp: 1_900_000_000,
  nbf: 1_800_000_000,
};

describe("toRequestBody", () => {
  it("sends the fifteen body fields and nothing else", () => {
    const native = frozen(nativeOf(everything, { data: { plan: 1 }, jti: "x" }));
    const { appName: _app, meteredParticipantId: _id, iat: _iat, exp: _exp, nbf: _nbf, ...body } = everything;
    expect(toRequestBody(native)).toEqual(body);
    expect(Object.keys(bodyFieldTypes)).toHaveLength(15);
  });

  it("sends nothing that is not set", () => {
    expect(toRequestBody(nativeOf({}))).toEqual({});
    expect(JSON.stringify(toRequestBody(nativeOf({ globalToken: true })))).toBe('{"globalToken":true}');
  });

  it("keeps false, zero and empty text", () => {
    const properties = { roomName: "a", isAdmin: false, ejectAfterElapsedTimeInSec: 0, name: "" };
    expect(toRequestBody(nativeOf(properties))).toEqual(properties);
  });

  it("never turns a token with an expiry into one without", () => {
    expect(toRequestBody(nativeOf({ roomName: "a", exp: 200, nbf: 100 }))).toEqual({
      roomName: "a",
      expireUnixSec: 200,
      notBeforeUnixSec: 100,
    });
    expect(
      toRequestBody(nativeOf({ roomName: "a", exp: 200, expireUnixSec: 300, nbf: 150, notBeforeUnixSec: 100 })),
    ).toEqual({
      roomName: "a",
      expireUnixSec: 200,
      notBeforeUnixSec: 150,
    });
  });

  it("asks for what was issued", () => {
    const grant = grantOf({ participant: { id: "u_1", name: "Alice" }, rights: adminRights });
    expect(toRequestBody(issue(grant).native)).toEqual({
      roomName: "standup",
      isAdmin: true,
      name: "Alice",
      externalUserId: "u_1",
      expireUnixSec: 1_900_000_000,
    });
  });
});
