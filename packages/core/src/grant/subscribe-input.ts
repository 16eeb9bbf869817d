import type { Draft } from "./draft.js";
import { fieldNames, hasMembers, isPlainObject, own, readBoolean, readFields } from "./fields.js";
import type { SubscribeKind, SubscribeKinds, SubscribeSelection } from "./grant.js";
import type { IssueList } from "./issues.js";
import { subscribeKinds } from "./kinds.js";
import { grantLimits } from "./limits.js";
import { objectShape, readObject } from "./object-input.js";
import { elementPath } from "./path-text.js";
import { readName } from "./text-input.js";
import { readWordSet } from "./word-set.js";

type SenderRights = NonNullable<SubscribeSelection["byParticipantId"]>;

const kindsPath = "rights.subscribe.base";
const sendersPath = "rights.subscribe.byParticipantId";
const kindsShape = objectShape<Partial<SubscribeKinds>>(kindsPath, {
  microphone: readBoolean,
  camera: readBoolean,
  screen: readBoolean,
  screenAudio: readBoolean,
  custom: readBoolean,
});

const selectionNames = fieldNames("base", "byParticipantId");
const selectionCure = "Give true, false, a list of kinds, or { base, byParticipantId }.";

/** The right to receive: a boolean where it does not differ by kind or sender, else a selection with complete kinds. */
export function readSubscribe(
  value: unknown,
  path: string,
  issues: IssueList,
): boolean | SubscribeSelection | undefined {
  if (typeof value === "boolean") return value;
  if (Array.isArray(value)) {
    const kinds = readWordSet(value, path, subscribeKinds, issues);
    return kinds === undefined ? undefined : selectionOrBoolean(listedKinds(kinds), undefined);
  }
  const fields = readFields(value, path, selectionNames, issues, selectionCure);
  if (fields === undefined) return undefined;
  const base = readBase(own(fields, "base"), issues);
  const senders = own(fields, "byParticipantId");
  if (senders === undefined && Object.hasOwn(fields, "byParticipantId")) issues.addUndefined(sendersPath);
  const byParticipantId = readSenders(senders, issues);
  return base === undefined ? undefined : selectionOrBoolean(base, byParticipantId);
}

function selectionOrBoolean(
  base: boolean | SubscribeKinds,
  byParticipantId: SenderRights | undefined,
): boolean | SubscribeSelection {
  const simple = typeof base === "boolean" ? base : simplestForm(base);
  if (byParticipantId !== undefined) return { base: simple, byParticipantId };
  return typeof simple === "boolean" ? simple : { base: simple };
}

function readBase(value: unknown, issues: IssueList): boolean | SubscribeKinds | undefined {
  if (value === undefined) {
    const cure = "Say what holds for every sender that is not named: true, false, or an object of kinds.";
    issues.add("grant.missing", kindsPath, "is missing", cure);
    return undefined;
  }
  if (typeof value === "boolean") return value;
  if (!isPlainObject(value)) {
    issues.addWrongType(kindsPath, "true, false or an object of kinds", value, selectionCure);
    return undefined;
  }
  const given: Partial<SubscribeKinds> = readObject(value, kindsShape, issues) ?? {};
  return listedKinds(subscribeKinds.filter((kind) => Object.hasOwn(given, kind) && given[kind]));
}

function listedKinds(kinds: readonly SubscribeKind[]): SubscribeKinds {
  return {
    microphone: kinds.includes("microphone"),
    camera: kinds.includes("camera"),
    screen: kinds.includes("screen"),
    screenAudio: kinds.includes("screenAudio"),
    custom: kinds.includes("custom"),
  };
}

/** A boolean where all five kinds are given and agree. */
function simplestForm<Kinds extends Partial<SubscribeKinds>>(kinds: Kinds): Kinds | boolean {
  const first = kinds.microphone;
  if (first === undefined) return kinds;
  for (const kind of subscribeKinds) {
    if (kinds[kind] !== first) return kinds;
  }
  return first;
}

function readSenders(value: unknown, issues: IssueList): SenderRights | undefined {
  const path = sendersPath;
  if (value === undefined) return undefined;
  if (!isPlainObject(value)) {
    issues.addWrongType(path, "an object", value, "Give an object of participant ids.");
    return undefined;
  }
  const senders: Draft<SenderRights> = Object.create(null);
  const ids = Object.keys(value);
  if (ids.length > grantLimits.senders) {
    issues.addTooMany(path, grantLimits.senders, "participants", "Use `base` for what most of them have in common.");
    return undefined;
  }
  for (const [index, id] of ids.entries()) {
    if (issues.isFull) break;
    const place = elementPath(path, index);
    if (id === "__proto__") issues.add("grant.invalid", place, "has a forbidden name", "Use another participant id.");
    else if (readName(id, place, issues) !== undefined) {
      const rights = readSender(value[id], place, issues);
      if (rights !== undefined) senders[id] = rights;
    }
  }
  return hasMembers(senders) ? senders : undefined;
}

function readSender(value: unknown, path: string, issues: IssueList): boolean | Partial<SubscribeKinds> | undefined {
  if (typeof value === "boolean") return value;
  if (value === undefined) {
    issues.addUndefined(path);
    return undefined;
  }
  if (!isPlainObject(value)) {
    const cure = "Give true, false, or an object of kinds; kinds left out follow `base`.";
    issues.addWrongType(path, "true, false or an object of kinds", value, cure);
    return undefined;
  }
  const kinds = readObject(value, kindsShape, issues, path);
  return kinds === undefined ? undefined : simplestForm(kinds);
}
