import type { EncodeProblem } from "@roompass/core/adapter";
import { describe, expect, it } from "vitest";
import { issue } from "./testing/read-write.js";

function problemsOf(extension: Record<string, unknown>): readonly EncodeProblem[] {
  return issue({ extensions: { daily: extension } }).problems;
}

describe("extensions.daily", () => {
  it("takes what only Daily has", () => {
    const own = {
      enable_recording_ui: true,
      enable_prejoin_ui: false,
      enable_live_captions_ui: true,
      enable_terse_logging: true,
      start_cloud_recording_opts: { width: 1280 },
      lang: "user",
    };
    const { native, problems } = issue({ extensions: { daily: own, other: { is_owner: true } } });
    expect(native.properties).toEqual({ room_name: "standup", ...own });
    expect(problems).toEqual([]);
  });

  it.each([
    ["is_owner", true, "rights"],
    ["permissions", { canSend: true }, "rights"],
    ["permissions.canReceive", { base: true }, "rights.subscribe"],
    ["room_name", "other", "room"],
    ["exp", 1, "expiresAt"],
    ["nbf", 1, "notBefore"],
    ["user_id", "u", "participant.id"],
    ["user_name", "u", "participant.name"],
    ["knocking", false, "entry"],
    ["enable_screenshare", true, "rights.publish.screen"],
    ["enable_recording", "cloud", "rights.record"],
    ["start_cloud_recording", true, "automation.record"],
    ["auto_start_transcription", true, "automation.transcribe"],
    ["eject_at_token_exp", true, "stay.endsAtExpiry"],
    ["eject_after_elapsed", 5, "stay.maxSeconds"],
    ["start_video_off", true, "start.camera"],
    ["start_audio_off", true, "start.microphone"],
    ["close_tab_on_exit", true, "client.closeTabOnExit"],
    ["redirect_on_meeting_exit", "x", "client.redirectUrl"],
    ["lang", "de", "client.language"],
  ])("nobody smuggles %s", (name, value, neutral) => {
    expect(problemsOf({ [name]: value })).toMatchObject([
      { path: `extensions.daily.${name}`, code: "grant.modelled-extension", cure: `Use \`${neutral}\`.` },
    ]);
    expect(issue({ extensions: { daily: { [name]: value } } }).native.properties).toEqual({ room_name: "standup" });
  });

  it.each(["domain_id", "iat", "intercom_join_alert", "meeting_join_hook"])("refuses %s", (name) => {
    expect(problemsOf({ [name]: "x" })).toMatchObject([
      { path: `extensions.daily.${name}`, code: "grant.unsupported" },
    ]);
  });

  it.each([
    ["enable_recording_ui", "yes"],
    ["start_cloud_recording_opts", [1]],
    ["lang", 5],
    ["lang", "klingon"],
  ])("refuses a wrong value of %s", (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toMatchObject([{ path: `extensions.daily.${name}`, code: "grant.invalid" }]);
    expect(JSON.stringify(problems)).not.toContain(`"${String(value)}"`);
  });

  it.each([
    ["enable_prejoinui", "Did you mean `enable_prejoin_ui`?"],
    ["isOwner", "Use the neutral field `rights`."],
    ["knock", "Daily's own properties are"],
    ["constructor", "Daily's own properties are"],
  ])("suggests for %s", (name, cure) => {
    const [problem] = problemsOf({ [name]: true });
    expect(problem?.code).toBe("grant.unknown-field");
    expect(problem?.cure).toContain(cure);
  });

  it("quotes a name that could turn a log around", () => {
    const [problem] = problemsOf({ "a\n\u202eb": true });
    expect(problem?.path).toBe('extensions.daily["a??b"]');
  });

  it("leaves the extensions of other vendors alone", () => {
    expect(issue({ extensions: { metered: { nonsense: 1 } } })).toMatchObject({
      native: { properties: { room_name: "standup" } },
      problems: [],
    });
  });
});
