import type {
  ClientHints,
  Decoded,
  Grant,
  Issuance,
  Native,
  Participant,
  PublishRights,
  RightPath,
  Rights,
  Start,
  StatedReading,
  Stay,
} from "@roompass/core/adapter";
import { captureModes, type Draft } from "@roompass/core/kit";
import { automationOf } from "./authority.js";
import { isExpiryUnreadable } from "./join-window.js";
import { tagOfLanguage } from "./languages.js";
import type { DailyProperties } from "./properties.js";
import { adminReadings, presenceReading, publishReadings, type Readings } from "./readings.js";
import { modesOfRecording } from "./recording.js";
import { residueOf } from "./residue.js";
import { type Reception, readReception } from "./subscribe.js";

/** What a reading states, however surely that holds: yes, no, or nothing. */
function stated(reading: StatedReading): boolean | undefined {
  if (reading === "allow") return true;
  return reading === "deny" || reading === "deny, liftable" ? false : undefined;
}

/** The object, or `undefined` when nothing was put into it. */
function orAbsent<Value extends object>(value: Value): Value | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

const publishKinds = ["microphone", "camera", "screen", "screenAudio", "custom"] as const;
const moderateKinds = ["media", "remove", "permissions"] as const;

function pick<Kind extends string>(
  prefix: string,
  kinds: readonly Kind[],
  readings: Readings,
): { [kind in Kind]?: boolean } | undefined {
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
  const publish: PublishRights | undefined = pick(
    "rights.publish",
    publishKinds,
    publishReadings({ canSend, enable_screenshare: properties.enable_screenshare }),
  );
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

function decodeClient(properties: DailyProperties): ClientHints | undefined {
  const client: Draft<ClientHints> = {};
  const language = properties.lang === undefined ? undefined : tagOfLanguage(properties.lang);
  if (language !== undefined) client.language = language;
  const { redirect_on_meeting_exit: redirect, close_tab_on_exit: closes } = properties;
  if (redirect !== undefined && redirect !== "") client.redirectUrl = redirect;
  if (closes !== undefined) client.closeTabOnExit = closes;
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
  const automation = orAbsent(automationOf(properties));
  if (automation !== undefined) grant.automation = automation;
  const client = decodeClient(properties);
  if (client !== undefined) grant.client = client;
  return {
    grant,
    issuance: decodeIssuance(properties),
    residue: residueOf(properties, reception),
    unknown: native.unknown,
  };
}
