import type {
  Automation,
  ClientHints,
  Decoded,
  Grant,
  Issuance,
  Native,
  Participant,
  PublishRights,
  Rights,
  RightPath,
  Start,
  StatedReading,
  Stay,
} from "@roompass/core/adapter";
import { sameValue } from "@roompass/core/kit";
import { isExpiryUnreadable } from "./authority.js";
import { canonicalCanAdmin, canonicalPublish } from "./canonical-forms.js";
import type { Draft } from "./is-object.js";
import { tagOfLanguage } from "./languages.js";
import type { DailyPermissions, DailyProperties } from "./properties.js";
import { adminReadings, presenceReading, publishReadings, type Readings } from "./readings.js";
import { captureModes, modesOfRecording, recordingOfModes } from "./recording.js";
import { readReception, type Reception, writeReception } from "./subscribe.js";

/** What a reading states: yes, no, or nothing. */
function stated(reading: StatedReading): boolean | undefined {
  return reading === "allow" ? true : reading === "deny" ? false : undefined;
}

/** The object, or `undefined` when nothing was put into it. */
function orAbsent<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

const publishKinds = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;
const moderateKinds = ["media", "remove", "permissions"] as const;

function pick<Kind extends string>(prefix: string, kinds: readonly Kind[], readings: Readings): { [kind in Kind]?: boolean } | undefined {
  const result: { [kind in Kind]?: boolean } = {};
  for (const kind of kinds) {
    const said = stated(readings[`${prefix}.${kind}` as RightPath] ?? "unknown");
    if (said !== undefined) result[kind] = said;
  }
  return orAbsent(result);
}

function decodeReception({ reading, selection }: Reception): Rights["subscribe"] {
  return selection ?? stated(reading);
}

function decodeRecord(recording: DailyProperties["enable_recording"]): Rights["record"] {
  if (recording === undefined) return undefined;
  const modes = modesOfRecording(recording);
  return modes.length === captureModes.length ? true : modes;
}

function decodeRights(properties: DailyProperties, reception: Reception): Rights | undefined {
  const { canSend, hasPresence, canAdmin } = properties.permissions ?? {};
  const admin = adminReadings(canAdmin, properties.is_owner === true);
  const rights: Draft<Rights> = {};
  const publish: PublishRights | undefined = pick("rights.publish", publishKinds, publishReadings(canSend, properties.enable_screenshare));
  if (publish !== undefined) rights.publish = publish;
  const subscribe = decodeReception(reception);
  if (subscribe !== undefined) rights.subscribe = subscribe;
  const visible = stated(presenceReading(hasPresence));
  if (visible !== undefined) rights.visible = visible;
  const moderate = pick("rights.moderate", moderateKinds, admin);
  if (moderate !== undefined) rights.moderate = moderate;
  const admit = stated(admin["rights.admit"]);
  if (admit !== undefined) rights.admit = admit;
  const record = decodeRecord(properties.enable_recording);
  if (record !== undefined) rights.record = record;
  const livestream = stated(admin["rights.livestream"]);
  if (livestream !== undefined) rights.livestream = livestream;
  const transcribe = stated(admin["rights.transcribe"]);
  if (transcribe !== undefined) rights.transcribe = transcribe;
  return orAbsent(rights);
}

/** Spellings that say what the neutral rights say, in another way than this package writes it. */
function keepPermissions(properties: DailyProperties, reception: Reception): DailyPermissions | undefined {
  const { permissions } = properties;
  if (permissions === undefined) return undefined;
  if (Object.keys(permissions).length === 0) return permissions;
  const kept: Draft<DailyPermissions> = {};
  const { canSend, canReceive, canAdmin } = permissions;
  if (canSend !== undefined) {
    const canonical = canonicalPublish(canSend, properties.enable_screenshare);
    const isCanonical = sameValue(canonical?.canSend, canSend) && canonical?.enable_screenshare === properties.enable_screenshare;
    if (!isCanonical) kept.canSend = canSend;
  }
  if (canReceive !== undefined && reception.isExact) {
    if (!sameValue(writeReception(reception.selection ?? { base: reception.reading === "allow" }), canReceive)) kept.canReceive = canReceive;
  }
  if (canAdmin !== undefined && !sameValue(canonicalCanAdmin(canAdmin), canAdmin)) kept.canAdmin = canAdmin;
  return orAbsent(kept);
}

const copied = [
  "enable_recording_ui",
  "start_cloud_recording_opts",
  "enable_prejoin_ui",
  "enable_live_captions_ui",
  "enable_terse_logging",
  "intercom_join_alert",
  "meeting_join_hook",
] as const;

/** Explicit values that state nothing which silence does not state. */
const silentFalse = ["is_owner", "start_cloud_recording", "auto_start_transcription"] as const;

function decodeResidue(properties: DailyProperties, reception: Reception): Record<string, unknown> {
  const residue: Record<string, unknown> = {};
  for (const name of copied) {
    if (properties[name] !== undefined) residue[name] = properties[name];
  }
  for (const name of silentFalse) {
    if (properties[name] === false) residue[name] = false;
  }
  if (properties.nbf === 0) residue["nbf"] = 0;
  const { lang, enable_recording: recording, permissions } = properties;
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
  if (!reception.isExact) residue["permissions.canReceive"] = permissions?.canReceive;
  return residue;
}

function decodeParticipant(properties: DailyProperties): Participant | undefined {
  const participant: Draft<Participant> = {};
  if (properties.user_id !== undefined) participant.id = properties.user_id;
  if (properties.user_name !== undefined) participant.name = properties.user_name;
  return orAbsent(participant);
}

function decodeStay(properties: DailyProperties): Stay | undefined {
  const stay: Draft<Stay> = {};
  if (properties.eject_at_token_exp !== undefined) stay.endsAtExpiry = properties.eject_at_token_exp;
  if (properties.eject_after_elapsed !== undefined) stay.maxSeconds = properties.eject_after_elapsed;
  return orAbsent(stay);
}

function decodeStart(properties: DailyProperties): Start | undefined {
  const start: Draft<Start> = {};
  if (properties.start_video_off !== undefined) start.camera = properties.start_video_off ? "off" : "on";
  if (properties.start_audio_off !== undefined) start.microphone = properties.start_audio_off ? "off" : "on";
  return orAbsent(start);
}

function decodeAutomation(properties: DailyProperties): Automation | undefined {
  const automation: Draft<Automation> = {};
  if (properties.start_cloud_recording === true) automation.record = { mode: "cloud" };
  if (properties.auto_start_transcription === true) automation.transcribe = {};
  return orAbsent(automation);
}

function decodeClient(properties: DailyProperties): ClientHints | undefined {
  const client: Draft<ClientHints> = {};
  const language = properties.lang === undefined ? undefined : tagOfLanguage(properties.lang);
  if (language !== undefined) client.language = language;
  if (properties.redirect_on_meeting_exit !== undefined) client.redirectUrl = properties.redirect_on_meeting_exit;
  if (properties.close_tab_on_exit !== undefined) client.closeTabOnExit = properties.close_tab_on_exit;
  return orAbsent(client);
}

function decodeIssuance(properties: DailyProperties): Issuance {
  const issuance: Draft<Issuance> = {};
  if (properties.iat !== undefined) issuance.issuedAt = properties.iat;
  if (properties.domain_id !== undefined) issuance.tenant = properties.domain_id;
  return issuance;
}

/** What a Daily token states, in neutral words. Silence stays absent. */
export function decode(native: Native<DailyProperties>): Decoded {
  const { properties } = native;
  const reception = readReception(properties.permissions?.canReceive);
  const grant: Draft<Grant> = { purpose: ["participant"], room: properties.room_name ?? { any: true } };
  const participant = decodeParticipant(properties);
  if (participant !== undefined) grant.participant = participant;
  if (properties.nbf !== undefined && properties.nbf !== 0) grant.notBefore = properties.nbf;
  // Daily documents that a token without an expiry never expires; one that could not be read is another matter.
  if (!isExpiryUnreadable(native.findings)) grant.expiresAt = properties.exp ?? null;
  const stay = decodeStay(properties);
  if (stay !== undefined) grant.stay = stay;
  if (properties.knocking !== undefined) grant.entry = properties.knocking ? "ask" : "direct";
  const rights = decodeRights(properties, reception);
  if (rights !== undefined) grant.rights = rights;
  const start = decodeStart(properties);
  if (start !== undefined) grant.start = start;
  const automation = decodeAutomation(properties);
  if (automation !== undefined) grant.automation = automation;
  const client = decodeClient(properties);
  if (client !== undefined) grant.client = client;
  return {
    grant,
    issuance: decodeIssuance(properties),
    residue: decodeResidue(properties, reception),
    unknown: native.unknown,
  };
}
