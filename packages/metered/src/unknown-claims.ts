import type { Finding } from "@roompass/core/adapter";
import { isObject, type NearestName, nearestOfFirst, plainForm } from "@roompass/core/kit";
import { dataFieldTypes, topFieldTypes } from "./properties.js";

type DataField = keyof typeof dataFieldTypes;

const dataFields = Object.keys(dataFieldTypes) as DataField[];

/** Names that people give to a field, from public code and from other vendors, in plain form. */
const misnomers: Readonly<Record<string, DataField>> = {
  admin: "isAdmin",
  duration: "ejectAfterElapsedTimeInSec",
  ejectafterelapsed: "ejectAfterElapsedTimeInSec",
  exp: "expireUnixSec",
  expirationdate: "expireUnixSec",
  expire: "expireUnixSec",
  expires: "expireUnixSec",
  expiresat: "expireUnixSec",
  expiresin: "expireUnixSec",
  expiresinsec: "expireUnixSec",
  expiry: "expireUnixSec",
  displayname: "name",
  isowner: "isAdmin",
  ismoderator: "isAdmin",
  metadata: "meta",
  nbf: "notBeforeUnixSec",
  notbefore: "notBeforeUnixSec",
  participantid: "externalUserId",
  room: "roomName",
  roomid: "roomName",
  roomurl: "roomName",
  tokenexpiresat: "expireUnixSec",
  userid: "externalUserId",
  username: "name",
};

/** Switches of other vendors that no Metered token has, in plain form, with where the matter is settled instead. */
const foreignSwitches: Readonly<Record<string, string>> = {
  canpublish: "No Metered token can withhold sending; the room setting `ownerOnlyBroadcast` leaves it to admins.",
  cansubscribe: "No Metered token can withhold receiving; keep such a person out of the room.",
};

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** The field of `data` that was probably meant by a name. */
export function suggestDataField(name: string, nearest: NearestName): DataField | undefined {
  return own(misnomers, plainForm(name)) ?? nearest(name, dataFields);
}

/** What to write instead of a switch that no Metered token has. */
export function foreignSwitchCure(name: string): string | undefined {
  return own(foreignSwitches, plainForm(name));
}

function finding(path: string, cure: string): Finding {
  return {
    id: "lint.unknown-claim",
    severity: "warning",
    path,
    message: `Metered does not document \`${path}\`.`,
    cure,
  };
}

// Names come from the token: only plain ones are repeated in a message.
const plainName = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/;

function insideData(name: string, nearest: NearestName): Finding[] {
  const cure = foreignSwitchCure(name);
  if (cure !== undefined) return [finding(`data.${name}`, cure)];
  const field = suggestDataField(name, nearest);
  return field === undefined ? [] : [finding(`data.${name}`, `Did you mean \`data.${field}\`?`)];
}

function besideData(name: string): Finding[] {
  const letters = [...name].sort().join("");
  // Three letters are near to everything, so only the same letters in another order count.
  const top = Object.keys(topFieldTypes).find((field) => [...field].sort().join("") === letters);
  if (top !== undefined) return [finding(name, `Did you mean \`${top}\`?`)];
  const field = dataFields.find((known) => plainForm(known) === plainForm(name));
  return field === undefined
    ? []
    : [finding(name, `Did you mean \`data.${field}\`? Metered reads it inside \`data\`.`)];
}

function namesOf(value: unknown): string[] {
  return isObject(value) ? Object.keys(value).filter((name) => plainName.test(name)) : [];
}

/** Unknown members that look like a misnamed or misplaced field. */
export function unknownClaimFindings(unknown: Readonly<Record<string, unknown>>): Finding[] {
  const data = Object.hasOwn(unknown, "data") ? unknown["data"] : undefined;
  const nearest = nearestOfFirst();
  return [
    ...namesOf(data).flatMap((name) => insideData(name, nearest)),
    ...namesOf(unknown)
      .filter((name) => name !== "data")
      .flatMap(besideData),
  ];
}
