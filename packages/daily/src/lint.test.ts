import { describe, expect, it } from "vitest";
import { daily } from "./adapter.js";
import type { DailyProperties } from "./properties.js";
import { native } from "./testing/read-write.js";

const now = { now: 1_700_000_000 };
const good: DailyProperties = {
  room_name: "standup",
  domain_id: "25df5057-ef0d-4d97-bde6-0cf287276cbb",
  iat: 1_700_000_000,
  exp: 1_700_003_600,
};

function idsOf(properties: DailyProperties): string[] {
  return daily.lint(native(properties), now).map(({ id, severity }) => `${id} ${severity}`);
}

function without(name: keyof DailyProperties): DailyProperties {
  const { [name]: _, ...rest } = good;
  return rest;
}

describe("lint", () => {
  it("finds nothing in a good token", () => {
    expect(idsOf(good)).toEqual([]);
    expect(idsOf({ ...good, user_id: "u_1", user_name: "Alice", is_owner: true })).toEqual([]);
  });

  const rows: readonly [DailyProperties, string][] = [
    [{ ...good, room_name: "https://acme.daily.co/standup" }, "daily.room-is-address warning"],
    [{ ...good, room_name: "acme.daily.co/standup" }, "daily.room-is-address warning"],
    [{ ...good, start_cloud_recording: true }, "daily.start-recording-needs-room info"],
    [{ ...good, start_cloud_recording: true, enable_recording: "raw-tracks" }, "daily.start-recording-needs-room info"],
    [{ ...good, auto_start_transcription: true }, "daily.transcription-without-owner warning"],
    [{ ...good, knocking: true }, "daily.knocking-needs-room info"],
    [{ ...without("exp"), eject_at_token_exp: true }, "daily.eject-without-expiry warning"],
    [{ ...good, is_owner: true, permissions: { canSend: false } }, "daily.owner-with-permissions warning"],
    [{ ...good, permissions: { canSend: ["customAudio"] } }, "daily.custom-send warning"],
    [{ ...good, enable_screenshare: true, permissions: { canSend: ["video"] } }, "daily.screenshare-conflict warning"],
    [
      { ...good, enable_screenshare: false, permissions: { canSend: ["screenVideo"] } },
      "daily.screenshare-conflict warning",
    ],
    [without("iat"), "daily.missing-issued-at warning"],
    [without("domain_id"), "daily.missing-domain warning"],
    [without("room_name"), "daily.missing-room info"],
    [{ ...good, lang: "cs" }, "daily.language-outside-contract warning"],
    [{ ...without("exp"), user_name: "Alice" }, "daily.shared-identity info"],
    [{ ...without("exp"), user_id: "u_1" }, "daily.shared-identity info"],
  ];
  it.each(rows)("%j", (properties, finding) => {
    expect(idsOf(properties)).toEqual([finding]);
  });

  const quiet: readonly DailyProperties[] = [
    { ...good, start_cloud_recording: true, enable_recording: "cloud" },
    { ...good, start_cloud_recording: true, enable_recording: ["local", "cloud-audio-only"] },
    { ...good, auto_start_transcription: true, is_owner: true },
    { ...good, eject_at_token_exp: true },
    { ...good, enable_screenshare: false, permissions: { canSend: true } },
    { ...good, enable_screenshare: false, permissions: { canSend: ["video"] } },
    { ...good, enable_screenshare: true, permissions: { canSend: ["screenVideo", "video"] } },
    { ...good, lang: "jp" },
  ];
  it.each(quiet)("is quiet about %j", (properties) => {
    expect(idsOf(properties)).toEqual([]);
  });

  it("hints at misspelt claims, once", () => {
    expect(daily.lint(native(good, { nfb: 1 }), now)).toMatchObject([{ id: "lint.unknown-claim", path: "nfb" }]);
    expect(daily.lint(native(good, { iss: "x", sub: "y" }), now)).toEqual([]);
    const read = daily.fromClaims({ ...daily.toClaims(native(good)), nfb: 1, o: true, p: { cs: false } });
    expect(read.findings).toHaveLength(2);
    expect(daily.lint(read, now)).toEqual([]);
  });

  it("never repeats a value", () => {
    const properties = { ...without("exp"), user_id: "hidden", user_name: "hidden" };
    expect(JSON.stringify(daily.lint(native(properties), now))).not.toContain("hidden");
  });
});
