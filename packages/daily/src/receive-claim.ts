import type { Finding } from "@roompass/core/adapter";
import { type Draft, isObject } from "@roompass/core/kit";
import { toleratedSpelling, wrongType } from "./claim-findings.js";
import { mediaByCode, mediaCodes, sendMedia } from "./media-codes.js";
import type { DailyCanReceive, DailyReceiveMedia, DailyTrackMap } from "./properties.js";
import { setOwn } from "./set-own.js";
import { codesByName, hintForMember } from "./unknown-claims.js";

type Members = Record<string, unknown>;

/** What was read, and the members that nobody knows, where they stood. */
interface Read<Value> {
  readonly value: Value;
  readonly unknown: Members;
}

const mediaNames = codesByName(mediaCodes);
const receiveNames = codesByName({ base: "b", byUserId: "u", byParticipantId: "p" });

function note(finding: Finding | undefined, findings: Finding[]): void {
  if (finding !== undefined) findings.push(finding);
}

/** Track names are the vendor's customers' own: none of them is unknown. A value that is no boolean counts as `false`. */
function readTrackMap(value: unknown, path: string, findings: Finding[]): DailyTrackMap {
  if (!isObject(value)) {
    findings.push(wrongType(path, "an object of track names"));
    return { "*": false };
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, said], index) => {
      if (typeof said === "boolean") return [name, said];
      findings.push(wrongType(`${path}[${index}]`, "true or false"));
      return [name, false];
    }),
  );
}

function readMedia(value: Readonly<Members>, path: string, findings: Finding[]): Read<DailyReceiveMedia> {
  const media: Draft<DailyReceiveMedia> = {};
  const unknown: Members = {};
  for (const [code, said] of Object.entries(value)) {
    const name = mediaByCode.get(code);
    if (name === undefined) {
      setOwn(unknown, code, said);
      note(hintForMember(path, code, mediaNames), findings);
    } else if (name === "customVideo" || name === "customAudio") {
      media[name] = readTrackMap(said, `${path}.${code}`, findings);
    } else {
      if (typeof said !== "boolean") findings.push(wrongType(`${path}.${code}`, "true or false"));
      media[name] = said === true;
    }
  }
  return { value: media, unknown };
}

function readRule(value: unknown, path: string, findings: Finding[]): Read<boolean | DailyReceiveMedia> {
  if (typeof value === "boolean") return { value, unknown: {} };
  if (isObject(value)) return readMedia(value, path, findings);
  findings.push(wrongType(path, "true, false or an object of media"));
  return { value: false, unknown: {} };
}

function readBase(value: unknown, path: string, findings: Finding[]): Read<boolean | DailyReceiveMedia> {
  const base = readRule(value, path, findings);
  const media = base.value;
  if (typeof media === "object") {
    const maps = [media.customVideo, media.customAudio];
    const isComplete =
      sendMedia.every((name) => media[name] !== undefined) &&
      maps.every((map) => map !== undefined && Object.hasOwn(map, "*"));
    if (!isComplete) {
      const message = "The base leaves out some kinds of media; they count as not received.";
      findings.push(
        toleratedSpelling(
          "receive-base-incomplete",
          path,
          message,
          "List all six kinds, with `*` in both maps of custom tracks.",
        ),
      );
    }
  }
  return base;
}

function readSenders(
  value: Readonly<Members>,
  path: string,
  findings: Finding[],
): Read<NonNullable<DailyCanReceive["byUserId"]>> {
  const senders: [string, boolean | DailyReceiveMedia][] = [];
  const unknown: Members = {};
  Object.entries(value).forEach(([id, said], index) => {
    const rule = readRule(said, `${path}[${index}]`, findings);
    senders.push([id, rule.value]);
    if (Object.keys(rule.unknown).length > 0) setOwn(unknown, id, rule.unknown);
  });
  return { value: Object.fromEntries(senders), unknown };
}

/** Reads `p.cr`. Without a base Daily's answer is not documented, so that nothing counts as received. */
export function readReceiveClaim(claim: unknown, path: string, findings: Finding[]): Read<DailyCanReceive> {
  if (!isObject(claim)) {
    findings.push(wrongType(path, "an object"));
    return { value: { base: false }, unknown: {} };
  }
  const value: Draft<DailyCanReceive> = {};
  const unknown: Members = {};
  const put = (code: string, members: Members): void => {
    if (Object.keys(members).length > 0) unknown[code] = members;
  };
  for (const [code, said] of Object.entries(claim)) {
    if (code === "b") {
      const base = readBase(said, `${path}.b`, findings);
      value.base = base.value;
      put(code, base.unknown);
    } else if ((code === "u" || code === "p") && !isObject(said)) {
      // The overrides may have denied anything: what cannot be read gives nothing.
      findings.push(wrongType(`${path}.${code}`, "an object of senders"));
      return { value: { base: false }, unknown: {} };
    } else if ((code === "u" || code === "p") && isObject(said)) {
      const senders = readSenders(said, `${path}.${code}`, findings);
      value[code === "u" ? "byUserId" : "byParticipantId"] = senders.value;
      put(code, senders.unknown);
    } else {
      setOwn(unknown, code, said);
      note(hintForMember(path, code, receiveNames), findings);
    }
  }
  if (value.base === undefined) {
    const message = "There is no base; what holds for everybody else is not documented and counts as not received.";
    findings.push(
      toleratedSpelling(
        "receive-base-missing",
        path,
        message,
        "Write a base: `b` is true, false or all six kinds of media.",
      ),
    );
  }
  return { value, unknown };
}

function writeMedia(rule: boolean | DailyReceiveMedia): unknown {
  if (typeof rule === "boolean") return rule;
  const claim: Members = {};
  for (const name of sendMedia) {
    if (rule[name] !== undefined) claim[mediaCodes[name]] = rule[name];
  }
  return claim;
}

function writeSenders(senders: NonNullable<DailyCanReceive["byUserId"]>): unknown {
  return Object.fromEntries(Object.entries(senders).map(([id, rule]) => [id, writeMedia(rule)]));
}

/** Writes `p.cr`: the three names and the media are abbreviated, ids and track names are not. */
export function writeReceiveClaim({ base, byUserId, byParticipantId }: DailyCanReceive): Members {
  return {
    ...(base === undefined ? {} : { b: writeMedia(base) }),
    ...(byUserId === undefined ? {} : { u: writeSenders(byUserId) }),
    ...(byParticipantId === undefined ? {} : { p: writeSenders(byParticipantId) }),
  };
}
