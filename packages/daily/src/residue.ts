import type { ResidueRule } from "@roompass/core/adapter";
import { type Draft, sameValue } from "@roompass/core/kit";
import { tagOfLanguage } from "./languages.js";
import type { DailyPermissions, DailyProperties } from "./properties.js";
import { modesOfRecording, recordingOfModes } from "./recording.js";
import { canonicalCanAdmin, canonicalPublish } from "./rights-options.js";
import { fact, type Source } from "./sources.js";
import { type Reception, writeReception } from "./subscribe.js";

function rule(kind: ResidueRule["kind"], note: string, source: Source): ResidueRule {
  return { kind, note, ...fact(source) };
}

/** How each property outside the neutral model weighs when a token leaves Daily. */
export const residueRules: Readonly<Record<string, ResidueRule>> = {
  is_owner: rule("covered", "An explicit `false` says what silence says.", "createToken"),
  nbf: rule("covered", "A not-before of 0 restricts nothing.", "createToken"),
  start_cloud_recording: rule("covered", "An explicit `false` starts nothing, as silence does.", "createToken"),
  auto_start_transcription: rule("covered", "An explicit `false` starts nothing, as silence does.", "createToken"),
  enable_recording: rule("covered", "Another spelling of the right to record.", "recording"),
  enable_screenshare: rule("covered", "Part of the spelling of what may be sent.", "createToken"),
  permissions: rule("covered", "Another spelling of permissions that the neutral rights already tell.", "permissions"),
  "permissions.canReceive": rule(
    "binding",
    "It selects single custom tracks or sessions, or has no complete base; the neutral right is the least that it gives.",
    "permissions",
  ),
  enable_recording_ui: rule("hint", "Shows or hides a button of Daily's prebuilt client.", "createToken"),
  enable_prejoin_ui: rule("hint", "Shows or hides a screen of Daily's prebuilt client.", "createToken"),
  enable_live_captions_ui: rule("hint", "Shows or hides a button of Daily's prebuilt client.", "createToken"),
  enable_terse_logging: rule("hint", "Makes Daily log less.", "createToken"),
  start_cloud_recording_opts: rule("hint", "Layout and format of a recording at Daily.", "createToken"),
  lang: rule("hint", "A language setting of Daily's prebuilt client that has no language tag.", "createToken"),
  redirect_on_meeting_exit: rule("hint", "An empty address.", "createToken"),
  intercom_join_alert: rule("binding", "Nobody documents what it does.", "selfSigning"),
  meeting_join_hook: rule("binding", "Nobody documents what it does in a token.", "selfSigning"),
};

/** What is carried along as it is. */
export const copiedProperties = [
  "enable_recording_ui",
  "enable_prejoin_ui",
  "enable_live_captions_ui",
  "enable_terse_logging",
  "start_cloud_recording_opts",
  "intercom_join_alert",
  "meeting_join_hook",
] as const satisfies readonly (keyof DailyProperties)[];

/** Flags whose explicit `false` states nothing that silence does not state. */
export const silentFlags = ["is_owner", "start_cloud_recording", "auto_start_transcription"] as const;

/** Spellings that say what the neutral rights say, in another way than this package writes it. */
function keepPermissions(properties: DailyProperties, reception: Reception): DailyPermissions | undefined {
  const { permissions, enable_screenshare: screenshare } = properties;
  if (permissions === undefined || Object.keys(permissions).length === 0) return permissions;
  const kept: Draft<DailyPermissions> = {};
  const { canSend, canReceive, canAdmin } = permissions;
  if (canSend !== undefined) {
    const canonical = canonicalPublish(canSend, screenshare);
    if (!sameValue(canonical?.canSend, canSend) || canonical?.enable_screenshare !== screenshare)
      kept.canSend = canSend;
  }
  if (canReceive !== undefined && reception.isExact) {
    const canonical = writeReception(reception.selection ?? { base: reception.reading === "allow" });
    if (!sameValue(canonical, canReceive)) kept.canReceive = canReceive;
  }
  if (canAdmin !== undefined && !sameValue(canonicalCanAdmin(canAdmin), canAdmin)) kept.canAdmin = canAdmin;
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** The properties that the neutral model does not have, by Daily's names. */
export function residueOf(properties: DailyProperties, reception: Reception): Record<string, unknown> {
  const residue: Record<string, unknown> = {};
  for (const name of copiedProperties) {
    if (properties[name] !== undefined) residue[name] = properties[name];
  }
  for (const name of silentFlags) {
    if (properties[name] === false) residue[name] = false;
  }
  if (properties.nbf === 0) residue["nbf"] = 0;
  if (properties.redirect_on_meeting_exit === "") residue["redirect_on_meeting_exit"] = "";
  const { lang, enable_recording: recording } = properties;
  if (lang !== undefined && tagOfLanguage(lang) === undefined) residue["lang"] = lang;
  if (recording !== undefined && !sameValue(recordingOfModes(modesOfRecording(recording)), recording)) {
    residue["enable_recording"] = recording;
  }
  const kept = keepPermissions(properties, reception);
  if (kept !== undefined) residue["permissions"] = kept;
  // The other switch of the screen belongs to the spelling of `canSend`.
  if (kept?.canSend !== undefined && properties.enable_screenshare !== undefined) {
    residue["enable_screenshare"] = properties.enable_screenshare;
  }
  if (!reception.isExact) residue["permissions.canReceive"] = properties.permissions?.canReceive;
  return residue;
}
