import type { Ceiling, Grant } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { ceilingOfGrant } from "../../core/src/testing/internals.ts";
import { daily } from "./adapter.js";
import { native, ownCeiling } from "./testing/read-write.js";

const moderate = { media: true, remove: true, permissions: true };
const host = { moderate, admit: true, livestream: true, transcribe: true };

describe("residue of a token of the same vendor", () => {
  const ceilingless: Grant = { purpose: ["participant"], room: "standup" };

  it("never overrides what the grant and the ceiling say", () => {
    const grant: Grant = {
      ...ceilingless,
      notBefore: 5,
      automation: { record: { mode: "cloud" }, transcribe: {} },
      client: { language: "de", redirectUrl: "app://bye" },
      rights: host,
    };
    const residue = {
      is_owner: false,
      nbf: 0,
      start_cloud_recording: false,
      auto_start_transcription: false,
      lang: "user",
      redirect_on_meeting_exit: "",
      room_name: "other",
      user_id: "other",
    };
    expect(daily.encode({ grant, ceiling: ceilingOfGrant(grant), residue }).native.properties).toEqual({
      room_name: "standup",
      nbf: 5,
      is_owner: true,
      start_cloud_recording: true,
      auto_start_transcription: true,
      lang: "de",
      redirect_on_meeting_exit: "app://bye",
    });
  });

  it("drops a spelling whose neutral part has changed, and keeps the others", () => {
    const source = native({
      room_name: "standup",
      permissions: { canSend: ["audio", "video"], canAdmin: ["streaming", "participants"] },
    });
    const decoded = daily.decode(source);
    const ceiling = ownCeiling(source);
    const narrowed: Ceiling = { ...ceiling, rights: { ...ceiling.rights, "rights.publish.camera": "deny" } };
    expect(daily.encode({ ...decoded, ceiling: narrowed }).native.properties).toEqual({
      room_name: "standup",
      permissions: { canSend: ["audio"], canAdmin: ["streaming", "participants"] },
      enable_screenshare: false,
    });
  });

  it("leaves out what is no documented form", () => {
    const residue = {
      permissions: { canSend: "v", canAdmin: [1], canReceive: 7 },
      lang: "xx",
      enable_recording: "tape",
      "permissions.canReceive": { base: 1 },
    };
    expect(
      daily.encode({ grant: ceilingless, ceiling: ceilingOfGrant(ceilingless), residue }).native.properties,
    ).toEqual({ room_name: "standup" });
  });

  it("drops unknown members whose place is gone, loudly", () => {
    const source = daily.fromClaims({
      r: "standup",
      p: { zz: 1, cr: { b: true, zz: 2, u: { u_1: { v: false, zz: 3 } } } },
    });
    const decoded = daily.decode(source);
    const ceiling = ownCeiling(source);
    expect(daily.encode({ ...decoded, ceiling }).native).toMatchObject({ unknown: source.unknown, findings: [] });
    const { subscribeSelection: _, ...rest } = ceiling;
    const narrowed = daily.encode({
      ...decoded,
      ceiling: { ...rest, rights: { ...ceiling.rights, "rights.subscribe": "deny" } },
    }).native;
    expect(narrowed.unknown).toEqual({ p: { zz: 1, cr: { zz: 2 } } });
    expect(narrowed.findings).toMatchObject([{ id: "daily.unknown-dropped", severity: "warning" }]);
    expect(daily.toClaims(narrowed)).toEqual({ r: "standup", p: { zz: 1, cr: { b: false, zz: 2 } } });
  });
});
