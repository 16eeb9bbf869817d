import type {
  Automation,
  ClientHints,
  Encoded,
  EncodeProblem,
  EncodeRequest,
  Entry,
  Finding,
  Grant,
} from "@roompass/core/adapter";
import { type Draft, isObject } from "@roompass/core/kit";
import { type ChosenRights, chooseRights } from "./choose-rights.js";
import { claimProblems, requestProblems } from "./claim-problems.js";
import { readExtensions } from "./extensions.js";
import { isDailyLanguage, languageOfTag } from "./languages.js";
import { customSendFinding } from "./permission-findings.js";
import type { DailyProperties } from "./properties.js";
import { copiedProperties, silentFlags } from "./residue.js";
import { isRoomAddress } from "./room-name.js";
import { keepUnknown } from "./unknown-members.js";

type Properties = Draft<DailyProperties>;

function unsupported(path: string, message: string, cure: string, remedy?: EncodeProblem["remedy"]): EncodeProblem {
  return { path, code: "grant.unsupported", message, cure, ...(remedy === undefined ? {} : { remedy }) };
}

const roomAddressProblem: EncodeProblem = {
  path: "room",
  code: "grant.invalid",
  message: "The room is an address; a Daily token takes the room's name.",
  cure: "Give the last part of the address: the name is what stands behind the last `/`.",
  remedy: { where: "policy", setting: "rooms.map" },
};

/** A token names one room or none. What cannot be said is never left out: that would open every room. */
function encodeRoom({ grant, ceiling }: EncodeRequest, properties: Properties, problems: EncodeProblem[]): void {
  const { room } = grant;
  if (typeof room === "string") {
    properties.room_name = room;
    // What a token of Daily already says is not judged here: lint tells.
    if (isRoomAddress(room) && !ceiling.sameVendor) problems.push(roomAddressProblem);
  } else if (!("any" in room)) {
    const [first] = "anyOf" in room ? room.anyOf : [room.pattern];
    if (first !== undefined) properties.room_name = first;
    const message = "A Daily token opens one room or every room of its domain.";
    problems.push(
      unsupported("room", message, "Issue one token for each room.", { where: "policy", setting: "narrow.room" }),
    );
  }
}

function encodeParticipant(grant: Grant, properties: Properties): void {
  const { id, name } = grant.participant ?? {};
  if (id !== undefined) properties.user_id = id;
  if (name !== undefined) properties.user_name = name;
}

function encodeTimes(grant: Grant, properties: Properties, problems: EncodeProblem[]): void {
  if (grant.notBefore !== undefined) properties.nbf = grant.notBefore;
  if (grant.expiresAt !== undefined && grant.expiresAt !== null) properties.exp = grant.expiresAt;
  const { endsAtExpiry, maxSeconds } = grant.stay ?? {};
  if (endsAtExpiry !== undefined) properties.eject_at_token_exp = endsAtExpiry;
  if (maxSeconds !== undefined) properties.eject_after_elapsed = maxSeconds;
  if (endsAtExpiry === true && properties.exp === undefined) {
    const message = "Nobody documents that Daily ejects at an expiry that the token does not have.";
    problems.push(
      unsupported("stay.endsAtExpiry", message, "Give an expiry.", { where: "policy", setting: "narrow.expiresAt" }),
    );
  }
}

/** The lesser of what the grant says and what the ceiling allows; silence lets a token's holder walk in. */
function encodeEntry(stated: Entry | undefined, ceiling: Entry | undefined, properties: Properties): void {
  if (stated === "ask" || ceiling === "ask") properties.knocking = true;
  else if (stated === "direct") properties.knocking = false;
}

function encodeStart(grant: Grant, properties: Properties): void {
  const { camera, microphone } = grant.start ?? {};
  if (camera !== undefined) properties.start_video_off = camera === "off";
  if (microphone !== undefined) properties.start_audio_off = microphone === "off";
}

function encodeAutomation(automation: Automation | undefined, properties: Properties, problems: EncodeProblem[]): void {
  const { record, transcribe } = automation ?? {};
  if (record !== undefined) {
    if (record.mode === undefined || record.mode === "cloud") properties.start_cloud_recording = true;
    if (record.mode !== "cloud") {
      problems.push(
        unsupported(
          "automation.record",
          "Only cloud recordings start by themselves at Daily.",
          "Say so: use the mode `cloud`.",
        ),
      );
    }
  }
  if (transcribe !== undefined) {
    if (transcribe.mode === undefined) properties.auto_start_transcription = true;
    else
      problems.push(unsupported("automation.transcribe", "Daily's transcription has no modes.", "Leave the mode out."));
  }
}

/** Hints without a place are left out; core reports them from reading the result back. */
function encodeClient(client: ClientHints | undefined, properties: Properties): void {
  const { language, redirectUrl, closeTabOnExit } = client ?? {};
  const code = language === undefined ? undefined : languageOfTag(language);
  if (code !== undefined) properties.lang = code;
  if (redirectUrl !== undefined) properties.redirect_on_meeting_exit = redirectUrl;
  if (closeTabOnExit !== undefined) properties.close_tab_on_exit = closeTabOnExit;
}

function encodeRights(chosen: ChosenRights, residue: Readonly<Record<string, unknown>>, properties: Properties): void {
  if (chosen.is_owner !== undefined) properties.is_owner = true;
  if (chosen.enable_screenshare !== undefined) properties.enable_screenshare = chosen.enable_screenshare;
  if (chosen.enable_recording !== undefined) properties.enable_recording = chosen.enable_recording;
  const { permissions } = chosen;
  const wasEmpty = isObject(residue["permissions"]) && Object.keys(residue["permissions"]).length === 0;
  if (wasEmpty || Object.keys(permissions).length > 0) properties.permissions = permissions;
}

function checkRights({ grant, ceiling }: EncodeRequest, chosen: ChosenRights, problems: EncodeProblem[]): void {
  // A token that does both elsewhere can still join here: less of it is left, and core reports that.
  const joins = ceiling.purpose === "translate" && grant.purpose.includes("participant");
  if (!joins && grant.purpose.includes("api")) {
    const cure = "Call Daily's API with the API key itself.";
    problems.push(unsupported("purpose", "A Daily token joins a room; it cannot call Daily's server API.", cure));
  }
  if (chosen.isRecordingUndeniable) {
    const message = "Daily cannot deny recording in a token.";
    const remedy = { vendor: "daily", where: "room", setting: "enable_recording" } as const;
    problems.push(
      unsupported("rights.record", message, "Leave it unset and switch recording off in the room.", remedy),
    );
  }
  if (ceiling.purpose !== "issue") return;
  for (const path of ["rights.livestream", "rights.transcribe"] as const) {
    if (ceiling.modes?.[path] === undefined) continue;
    problems.push(unsupported(path, "Daily's tokens know no modes of it.", "Give true or false, or leave it out."));
  }
}

/** What a token of Daily said beside the neutral model; never over what the grant and the ceiling decided. */
function mergeResidue(residue: Readonly<Record<string, unknown>>, properties: Properties): void {
  const own: Record<string, unknown> = properties as Record<string, unknown>;
  for (const name of copiedProperties) {
    if (residue[name] !== undefined && own[name] === undefined) own[name] = residue[name];
  }
  for (const name of silentFlags) {
    if (residue[name] === false && own[name] === undefined) own[name] = false;
  }
  if (residue["nbf"] === 0) properties.nbf ??= 0;
  if (residue["redirect_on_meeting_exit"] === "") properties.redirect_on_meeting_exit ??= "";
  if (isDailyLanguage(residue["lang"])) properties.lang ??= residue["lang"];
}

/** A grant as Daily's properties. Rights come from the ceiling alone, everything else from the grant. */
export function encode(request: EncodeRequest): Encoded<DailyProperties> {
  const { grant, ceiling, issuance, residue = {}, method } = request;
  const properties: Properties = {};
  const problems: EncodeProblem[] = [];
  encodeRoom(request, properties, problems);
  encodeParticipant(grant, properties);
  encodeTimes(grant, properties, problems);
  encodeEntry(grant.entry, ceiling.entry, properties);
  const chosen = chooseRights(ceiling, residue, method);
  encodeRights(chosen, residue, properties);
  checkRights(request, chosen, problems);
  encodeStart(grant, properties);
  encodeAutomation(grant.automation, properties, problems);
  encodeClient(grant.client, properties);
  const extensions = readExtensions(grant);
  problems.push(...extensions.problems);
  const own: Properties = { ...extensions.properties, ...properties };
  mergeResidue(residue, own);
  if (issuance?.tenant !== undefined) own.domain_id = issuance.tenant;
  if (issuance?.issuedAt !== undefined) own.iat = issuance.issuedAt;

  const custom = customSendFinding(own.permissions?.canSend);
  const findings: Finding[] = custom === undefined ? [] : [custom];
  const unknown = keepUnknown(request.unknown ?? {}, own.permissions, findings);
  const native = { properties: own, unknown, findings };
  if (method === "sign") problems.push(...claimProblems(native));
  if (method === "request") problems.push(...requestProblems(native));
  return { native, problems };
}
