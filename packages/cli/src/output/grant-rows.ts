import {
  type Authority,
  type CaptureMode,
  captureModeNames,
  type Grant,
  type Issuance,
  type RoomScope,
} from "@roompass/core";
import { listOf } from "./layout.js";
import { printable } from "./printable.js";
import type { Screen } from "./screen.js";
import { durationText, localTime, relativeTime } from "./times.js";

type Row = readonly [label: string, text: string];

function quoted(text: string): string {
  return `"${printable(text)}"`;
}

export function roomText(room: RoomScope): string {
  if (typeof room === "string") return quoted(room);
  if ("any" in room) return "every room of the account";
  if ("anyOf" in room) return `${listOf(room.anyOf.map(quoted), "or")}`;
  return `every room whose name matches ${quoted(room.pattern)} (${printable(room.dialect)})`;
}

function who({ participant }: Grant): string {
  const { id, name, email } = participant ?? {};
  const described = [name, email].filter((text) => text !== undefined).map(quoted);
  const shown = described.length === 0 ? "" : `, shown as ${listOf(described)}`;
  return id === undefined
    ? `whoever holds it${shown}; no participant id is in it`
    : `participant ${quoted(id)}${shown}`;
}

function timeText(seconds: number, { now, timeZone }: Screen): string {
  return `${localTime(seconds, timeZone)} (${relativeTime(seconds, now)})`;
}

function whenRows({ notBefore, expiresAt }: Grant, screen: Screen): Row[] {
  const { colours, now } = screen;
  const rows: Row[] = [];
  if (notBefore !== undefined) {
    rows.push(["From", notBefore > now ? colours.caution(timeText(notBefore, screen)) : timeText(notBefore, screen)]);
  }
  if (expiresAt === null) rows.push(["Until", colours.caution("for ever: it never expires")]);
  else if (expiresAt === undefined)
    rows.push(["Until", colours.caution("not known: it says nothing about its expiry")]);
  else if (expiresAt > now) rows.push(["Until", timeText(expiresAt, screen)]);
  else rows.push(["Until", colours.bad(`${timeText(expiresAt, screen)}: expired`)]);
  return rows;
}

function entryText(grant: Grant, authority: Authority): string {
  const { lowest, highest } = authority.entry;
  if (lowest !== highest) return "the room decides whether the holder walks in or has to ask";
  const text =
    lowest === "ask" ? "the holder has to ask, and somebody inside has to let them in" : "the holder walks in";
  return grant.entry === undefined ? `${text} (nothing is said, and that is the vendor's default)` : text;
}

function stayText({ stay }: Grant): string | undefined {
  const parts = [
    ...(stay?.maxSeconds === undefined ? [] : [`at most ${durationText(stay.maxSeconds)} after joining`]),
    ...(stay?.endsAtExpiry === true ? ["removed from the call at the expiry"] : []),
  ];
  return parts.length === 0 ? undefined : listOf(parts);
}

function startText({ start, automation }: Grant): string | undefined {
  const capture = (what: string, mode: CaptureMode | undefined): string =>
    `${what} begins by itself${mode === undefined ? "" : ` ${captureModeNames[mode]}`}`;
  const parts = [
    ...(start?.camera === undefined ? [] : [`camera ${start.camera}`]),
    ...(start?.microphone === undefined ? [] : [`microphone ${start.microphone}`]),
    ...(automation?.record === undefined ? [] : [capture("a recording", automation.record.mode)]),
    ...(automation?.transcribe === undefined ? [] : [capture("a transcription", automation.transcribe.mode)]),
  ];
  return parts.length === 0 ? undefined : listOf(parts);
}

function clientText({ client }: Grant): string | undefined {
  const parts = [
    ...(client?.language === undefined ? [] : [`language ${quoted(client.language)}`]),
    ...(client?.redirectUrl === undefined ? [] : ["goes to a given page when the call is left"]),
    ...(client?.closeTabOnExit === true ? ["closes its tab when the call is left"] : []),
  ];
  return parts.length === 0 ? undefined : listOf(parts);
}

function extensionText({ extensions }: Grant): string | undefined {
  const names = Object.values(extensions ?? {}).flatMap((members) => Object.keys(members));
  return names.length === 0 ? undefined : listOf(names.map(printable));
}

/** Who is let in, where, when and how; the rights have rows of their own. */
export function grantRows(grant: Grant, authority: Authority, issuance: Issuance, screen: Screen): Row[] {
  const optional: readonly (readonly [string, string | undefined])[] = [
    ["Stay", stayText(grant)],
    ["Starts with", startText(grant)],
    ["Client", clientText(grant)],
    ["Vendor's own", extensionText(grant)],
    ["Account", issuance.tenant === undefined ? undefined : printable(issuance.tenant)],
    ["Issued", issuance.issuedAt === undefined ? undefined : timeText(issuance.issuedAt, screen)],
  ];
  const api = grant.purpose.includes("api");
  const purpose = grant.purpose.includes("participant")
    ? "join rooms and call the vendor's server API"
    : "call the vendor's server API; it joins no room";
  return [
    ["Who", who(grant)],
    ...(api ? [["For", screen.colours.caution(purpose)] as const] : []),
    ["Room", roomText(grant.room)],
    ...whenRows(grant, screen),
    ["Enters", entryText(grant, authority)],
    ...optional.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
  ];
}
