import { describe, expect, it } from "vitest";
import { decode } from "./decode.js";
import { readExtensions } from "./extensions.js";
import { frozen, grantOf, issue, nativeOf } from "./testing/natives.js";

function read(metered: Record<string, unknown>) {
  return readExtensions(frozen(grantOf({ extensions: { metered } })));
}

const modelled: readonly [string, string][] = [
  ["roomName", "`room`"],
  ["globalToken", "any: true"],
  ["isAdmin", "rights.moderate"],
  ["name", "participant.name"],
  ["email", "participant.email"],
  ["meta", "participant.metadata"],
  ["externalUserId", "participant.id"],
  ["expireUnixSec", "expiresAt"],
  ["exp", "expiresAt"],
  ["notBeforeUnixSec", "notBefore"],
  ["nbf", "notBefore"],
  ["ejectAfterElapsedTimeInSec", "stay.maxSeconds"],
  ["joinVideoOn", "start.camera"],
  ["joinAudioOn", "start.microphone"],
  ["appName", "by itself"],
  ["iat", "by itself"],
];

const unknown: readonly [string, string][] = [
  ["disableCamera", "disableVideo"],
  ["disableVidio", "disableVideo"],
  ["disable_audio", "disableAudio"],
  ["disableScreenshare", "disableScreenSharing"],
  ["expirationDate", "expiresAt"],
  ["userId", "participant.id"],
  ["duration", "stay.maxSeconds"],
  ["roomURL", "`room`"],
  ["is_admin", "rights.moderate"],
  ["canPublish", "ownerOnlyBroadcast"],
  ["nonsense", "disableScreenSharing"],
];

describe("extensions.metered", () => {
  it("takes the three embed switches", () => {
    const switches = { disableVideo: true, disableAudio: false, disableScreenSharing: true };
    expect(read(switches)).toEqual({ fields: switches, problems: [] });
  });

  it("is optional", () => {
    expect(readExtensions(grantOf())).toEqual({ fields: {}, problems: [] });
    expect(readExtensions(grantOf({ extensions: {} }))).toEqual({ fields: {}, problems: [] });
  });

  it.each(modelled)("refuses %s, which has a place of its own", (key, cure) => {
    expect(read({ [key]: true })).toEqual({
      fields: {},
      problems: [
        expect.objectContaining({
          path: `extensions.metered.${key}`,
          code: "grant.modelled-extension",
          cure: expect.stringContaining(cure),
        }),
      ],
    });
  });

  it.each(unknown)("refuses %s and says what was meant", (key, cure) => {
    expect(read({ [key]: true }).problems).toEqual([
      expect.objectContaining({
        path: `extensions.metered.${key}`,
        code: "grant.unknown-field",
        cure: expect.stringContaining(cure),
      }),
    ]);
  });

  it.each([["true"], [1], [null], [{}]])("refuses a switch that is %j", (value) => {
    expect(read({ disableVideo: value })).toEqual({
      fields: {},
      problems: [expect.objectContaining({ path: "extensions.metered.disableVideo", code: "grant.invalid" })],
    });
  });

  it("repeats no odd name", () => {
    const { problems } = read({ "TEST-ONLY\nname": 1 });
    expect(problems).toEqual([expect.objectContaining({ path: "extensions.metered", code: "grant.unknown-field" })]);
    expect(JSON.stringify(problems)).not.toContain("TEST-ONLY");
  });

  it("smuggles no right", () => {
    expect(issue(grantOf({ extensions: { metered: { isAdmin: true, globalToken: true } } })).native.properties).toEqual(
      {
        roomName: "standup",
        expireUnixSec: 1_900_000_000,
      },
    );
  });

  it("accepts again what a token that was read has there, but for the id that Metered adds", () => {
    const { residue } = decode(nativeOf({ roomName: "a", disableVideo: true }));
    expect(read(residue)).toEqual({ fields: residue, problems: [] });
    expect(read({ meteredParticipantId: "id" }).problems).toEqual([
      expect.objectContaining({ code: "grant.modelled-extension", path: "extensions.metered.meteredParticipantId" }),
    ]);
  });
});
