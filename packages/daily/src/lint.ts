import type { Finding, LintContext, Native } from "@roompass/core/adapter";
import { nearestOfFirst } from "@roompass/core/kit";
import { isContractLanguage } from "./languages.js";
import { customSendFinding, ownerFinding } from "./permission-findings.js";
import type { DailyProperties } from "./properties.js";
import { rowByClaim } from "./property-table.js";
import { publishReadings } from "./readings.js";
import { isRoomAddress } from "./room-name.js";
import { hintForClaim } from "./unknown-claims.js";

type Rule = (native: Native<DailyProperties>) => Finding | undefined;

function finding(slug: string, severity: Finding["severity"], path: string, message: string, cure: string): Finding {
  return { id: `daily.${slug}`, severity, path, message, cure };
}

function recordings(properties: DailyProperties): readonly string[] {
  const { enable_recording: value } = properties;
  return typeof value === "string" ? [value] : (value ?? []);
}

const rules: readonly Rule[] = [
  ({ properties }) => {
    if (properties.start_cloud_recording !== true) return undefined;
    if (recordings(properties).some((way) => way === "cloud" || way === "cloud-audio-only")) return undefined;
    const message = "A cloud recording is to start, and only the room can allow it: the token itself does not.";
    return finding(
      "start-recording-needs-room",
      "info",
      "sr",
      message,
      "Set `er` to `cloud`, or `enable_recording` of the room.",
    );
  },
  ({ properties }) => {
    if (properties.auto_start_transcription !== true || properties.is_owner === true) return undefined;
    const message = "The transcription is to start by itself, which happens only when an owner joins.";
    return finding("transcription-without-owner", "warning", "ast", message, "Set `o`, or leave `ast` out.");
  },
  ({ properties }) => {
    if (properties.knocking !== true) return undefined;
    const message = "Its holder has to ask for admission, but only where the room has `enable_knocking`.";
    return finding("knocking-needs-room", "info", "k", message, "Check the room: elsewhere this token may walk in.");
  },
  ({ properties }) => {
    if (properties.eject_at_token_exp !== true || properties.exp !== undefined) return undefined;
    return finding(
      "eject-without-expiry",
      "warning",
      "ejt",
      "It ejects at an expiry that it does not have.",
      "Set `exp`, or use `eje`.",
    );
  },
  ({ properties }) => ownerFinding(properties),
  ({ properties }) => customSendFinding(properties.permissions?.canSend),
  ({ properties }) => {
    const { enable_screenshare: screenshare, permissions } = properties;
    if (screenshare === undefined || permissions?.canSend === undefined) return undefined;
    // A yes to everything beside a no to the screen is a common way to deny the screen alone; a list that names it is not.
    if (permissions.canSend === true) return undefined;
    const readings = publishReadings({ canSend: permissions.canSend, enable_screenshare: screenshare });
    const both = [readings["rights.publish.screen"], readings["rights.publish.screenAudio"]];
    if (!both.includes("deny, liftable")) return undefined;
    const message = "The two switches of screen sharing say opposite things, and nobody documents which one wins.";
    return finding(
      "screenshare-conflict",
      "warning",
      "ss",
      message,
      "Set both the same way; it counts as granted only where both allow it.",
    );
  },
  ({ properties }) =>
    properties.iat === undefined
      ? finding(
          "missing-issued-at",
          "warning",
          "iat",
          "Daily asks self-signed tokens for a time of issue.",
          "Mint it with `iat`.",
        )
      : undefined,
  ({ properties }) =>
    properties.domain_id === undefined
      ? finding(
          "missing-domain",
          "warning",
          "d",
          "Daily asks self-signed tokens for the domain id.",
          "Mint it with `d`.",
        )
      : undefined,
  ({ properties }) => {
    if (properties.room_name !== undefined) return undefined;
    const message =
      "Daily's page on self-signed tokens asks for a room; its guide says that a token without one opens every room.";
    return finding("missing-room", "info", "r", message, "Name the room, unless every room is meant.");
  },
  ({ properties: { room_name: room } }) => {
    if (room === undefined || !isRoomAddress(room)) return undefined;
    const message = "The room is an address; Daily takes the room's name, so that this token may open nothing.";
    return finding("room-is-address", "warning", "r", message, "Mint it with the last part of the address alone.");
  },
  ({ properties: { lang } }) => {
    if (lang === undefined || isContractLanguage(lang)) return undefined;
    const message = "The language is one that daily-js knows and Daily's REST contract does not list.";
    return finding("language-outside-contract", "warning", "uil", message, "Use a code of the contract, such as `en`.");
  },
  ({ properties }) => {
    const isPersonal = properties.user_id !== undefined || properties.user_name !== undefined;
    if (!isPersonal || properties.exp !== undefined) return undefined;
    const message = "It names one person and never expires; whoever else uses it shows up as that person.";
    return finding(
      "shared-identity",
      "info",
      properties.user_id === undefined ? "u" : "ud",
      message,
      "Mint one token for each person, with an expiry.",
    );
  },
];

/** Daily's own rules. What reading the claims has found already is not said twice. */
export function lint(native: Native<DailyProperties>, _context: LintContext): readonly Finding[] {
  const isKnown = (candidate: Finding): boolean =>
    native.findings.some(({ id, path }) => id === candidate.id && path === candidate.path);
  const found: Finding[] = [];
  for (const rule of rules) {
    const remark = rule(native);
    if (remark !== undefined) found.push(remark);
  }
  const isPresent = (claim: string): boolean => {
    const property = rowByClaim.get(claim)?.property;
    return property !== undefined && native.properties[property] !== undefined;
  };
  const nearest = nearestOfFirst();
  const hints = Object.keys(native.unknown).flatMap((name) => hintForClaim(name, isPresent, nearest) ?? []);
  return [...found, ...hints].filter((candidate) => !isKnown(candidate));
}
