import type { InsideAction } from "../emulator/actions.js";
import { type Allowance, no, yes } from "../emulator/answers.js";
import type { Members, Place } from "../emulator/model.js";
import { type AdminRole, type Media, type Permissions, type Reception, readPermissions } from "./permissions.js";
import { propertiesOf } from "./properties.js";

/** Somebody in a Daily room. */
export interface DailyPerson {
  /** The token's long-named properties; none for somebody without a good token. */
  readonly own: Members & { readonly permissions?: Permissions };
  readonly room: Members;
  readonly domain: Members;
  /** The stable id of the token; absent: one for this visit only. */
  readonly userId: string | undefined;
}

export function personOf(claims: Members, room: Members, domain: Members): DailyPerson {
  const own = propertiesOf(claims);
  const userId = own["user_id"];
  return { own, room, domain, userId: typeof userId === "string" ? userId : undefined };
}

function isOwner({ own }: DailyPerson): boolean {
  return own["is_owner"] === true;
}

/** Each permission by itself: the token's, then the room's, then the domain's. They are documented for non-owners only. */
function permission<Key extends keyof Permissions>(person: DailyPerson, key: Key): Permissions[Key] {
  if (isOwner(person)) return undefined;
  const { own, room, domain } = person;
  const sources = [own.permissions ?? {}, readPermissions(room["permissions"]), readPermissions(domain["permissions"])];
  return sources.map((source) => source[key]).find((value) => value !== undefined);
}

/** The token's setting, then the room's, then the domain's. */
function setting(person: DailyPerson, name: string): unknown {
  return person.own[name] ?? person.room[name] ?? person.domain[name];
}

function sends(person: DailyPerson, ...kinds: readonly Media[]): Allowance {
  if (isOwner(person)) return yes("Owners may send audio, video and their screen.");
  const canSend = permission(person, "canSend");
  if (canSend === undefined) return yes("Nobody set canSend, which behaves as everything.", "chosen");
  const allowed = canSend === true || (canSend !== false && kinds.some((kind) => canSend.includes(kind)));
  return allowed ? yes("canSend has it.") : no("canSend does not have it.");
}

/**
 * Two switches for one thing. Which wins when one token sets them against each other is not documented; what is told apart
 * by `canSend` alone, the screen's sound, is not set against anything by a screen that is on.
 */
function sharesScreen(person: DailyPerson, kind: "screenVideo" | "screenAudio"): Allowance {
  const { own } = person;
  const track = sends(person, kind);
  const screen = setting(person, "enable_screenshare") !== false;
  if (track.allowed && screen) return track;
  const saysOff = own["enable_screenshare"] === false && lists(own, kind) === true;
  const saysOn = own["enable_screenshare"] === true && lists(own, "screenVideo") === false;
  if (saysOff || saysOn) return yes("The token's two switches for the screen are set against each other.", "chosen");
  return screen ? track : no("enable_screenshare is off.");
}

/** What the token's own `canSend` says; an owner's says it too, whatever it is worth. */
function lists({ permissions }: DailyPerson["own"], kind: Media): boolean | undefined {
  const canSend = permissions?.canSend;
  return typeof canSend === "object" ? canSend.includes(kind) : canSend;
}

function receivesBy(rule: Reception | undefined, kind: Media): boolean | undefined {
  if (rule === undefined || typeof rule === "boolean") return rule;
  const part = rule[kind];
  if (part === undefined || typeof part === "boolean") return part;
  return Object.values(part).includes(true);
}

function receives(person: DailyPerson, kind: Media, { sender }: Place): Allowance {
  const canReceive = permission(person, "canReceive");
  if (canReceive === undefined) return yes("Nobody set canReceive, which behaves as everything.", "chosen");
  const users = new Map(Object.entries(canReceive.byUserId ?? {}));
  const byUser = sender === undefined ? undefined : users.get(sender);
  const allowed = receivesBy(byUser, kind) ?? receivesBy(canReceive.base, kind);
  if (allowed === undefined) return yes("canReceive does not say.", "chosen");
  return allowed ? yes("canReceive has it.") : no("canReceive does not have it.");
}

/** Whether an owner whose token hides him is hidden is not documented: he may turn out to be either. */
function presence(person: DailyPerson, isSeen: boolean): Allowance {
  if (isOwner(person) && person.own.permissions?.hasPresence === false) {
    return yes("An owner with hasPresence: false may be in the list or not.", "chosen");
  }
  const listed = permission(person, "hasPresence") ?? (isOwner(person) || !hidesPeople(person));
  const reason = listed ? "Is in the list." : "hasPresence or the room hides them.";
  return listed === isSeen ? yes(reason) : no(reason);
}

function hidesPeople({ room }: DailyPerson): boolean {
  return room["enable_hidden_participants"] === true;
}

function administers(person: DailyPerson, role: AdminRole): Allowance {
  if (isOwner(person)) return yes("Owners may.");
  const canAdmin = permission(person, "canAdmin");
  if (canAdmin === true || (Array.isArray(canAdmin) && canAdmin.includes(role))) return yes(`canAdmin has ${role}.`);
  return no("Neither an owner nor an administrator of this.");
}

function admits(person: DailyPerson): Allowance {
  if (isOwner(person)) return yes("Owners answer those who knock.");
  const { allowed } = administers(person, "participants");
  return allowed
    ? yes("Administers participants, which may include answering those who knock.", "chosen")
    : no("Only owners answer those who knock.");
}

const recordings: readonly unknown[] = ["cloud", "cloud-audio-only", "local", "raw-tracks"];

/** The kinds that one setting names; what is no such setting names none. */
function kindsOf(value: unknown): readonly unknown[] | undefined {
  const kinds = (Array.isArray(value) ? value : [value]).filter((kind) => recordings.includes(kind));
  return kinds.length === 0 ? undefined : kinds;
}

function records(person: DailyPerson, kind: string): Allowance {
  const { own, room, domain } = person;
  const sources = [own, room, domain].map((source) => kindsOf(source["enable_recording"]));
  const kinds = sources.find((source) => source !== undefined);
  if (kinds === undefined) return no("Neither token nor room nor domain set enable_recording.");
  return kinds.includes(kind) ? yes("enable_recording has this kind.") : no("enable_recording has other kinds.");
}

function startsRecording(person: DailyPerson): Allowance {
  if (person.own["start_cloud_recording"] !== true) return no("The token does not say so.");
  const cloud = records(person, "cloud");
  return cloud.allowed ? yes("start_cloud_recording, and recording in the cloud is on.") : cloud;
}

function startsTranscription(person: DailyPerson): Allowance {
  if (person.own["auto_start_transcription"] !== true) return no("The token does not say so.");
  return isOwner(person) ? yes("An owner joins.") : no("It starts for owners only.");
}

function actsAs({ userId }: DailyPerson, { participantId }: Place): Allowance {
  if (participantId === undefined) return yes("No id was asked for.");
  if (userId === undefined) return yes("The token is bound to nobody.");
  return userId === participantId ? yes("It is the token's user_id.") : no("The token has another user_id.");
}

/** What somebody inside may do. */
export function insideDaily(person: DailyPerson, action: InsideAction, place: Place): Allowance {
  switch (action) {
    case "act as":
      return actsAs(person, place);
    case "send audio":
      return sends(person, "audio");
    case "send video":
      return sends(person, "video");
    case "share screen":
      return sharesScreen(person, "screenVideo");
    case "share screen audio":
      return sharesScreen(person, "screenAudio");
    case "send custom tracks":
      return sends(person, "customVideo", "customAudio");
    case "send messages":
      return yes("No property of a token speaks of messages.", "chosen");
    case "receive audio":
      return receives(person, "audio", place);
    case "receive video":
      return receives(person, "video", place);
    case "receive screen":
      return receives(person, "screenVideo", place);
    case "receive screen audio":
      return receives(person, "screenAudio", place);
    case "receive custom tracks":
      return [receives(person, "customVideo", place), receives(person, "customAudio", place)].reduce((one, other) =>
        one.allowed ? one : other,
      );
    case "be seen":
      return presence(person, true);
    case "be hidden":
      return presence(person, false);
    case "mute others":
    case "remove others":
    case "change rights":
      return administers(person, "participants");
    case "admit":
      return admits(person);
    case "record in the cloud":
      return records(person, "cloud");
    case "record audio in the cloud":
      return records(person, "cloud-audio-only");
    case "record locally":
      return records(person, "local");
    case "record raw tracks":
      return records(person, "raw-tracks");
    case "stream":
      return administers(person, "streaming");
    case "transcribe":
      return administers(person, "transcription");
    case "records on join":
      return startsRecording(person);
    case "transcribes on join":
      return startsTranscription(person);
  }
}
