import type { EncodeRequest } from "@roompass/core/adapter";
import { type Draft, isObject } from "@roompass/core/kit";
import {
  accountRights,
  groupNames,
  type LivekitGroupName,
  type LivekitProperties,
  type LivekitVideoGrant,
} from "./properties.js";
import { identityOf } from "./purposes.js";
import { listedSources } from "./readings.js";

export type Residue = Readonly<Record<string, unknown>>;

/** Properties beside `video` that the neutral model does not have. */
export const copiedNames = ["attributes", "kind", "kindDetails", "sha256", "roomPreset", "roomConfig"] as const;

/** Claims with members of their own, all of them rights for the whole project. */
export const accountGroups = ["sip", "agent", "inference", "observability"] as const;

/** Switches in `video` that the neutral model does not have, by the name that they have among residue and extensions. */
export const videoSwitches = {
  roomCreate: "roomCreate",
  roomList: "roomList",
  ingressAdmin: "ingressAdmin",
  agentWorker: "agent",
  canUpdateOwnMetadata: "canUpdateOwnMetadata",
  canSubscribeMetrics: "canSubscribeMetrics",
  canManageAgentSession: "canManageAgentSession",
  recorder: "recorder",
} as const satisfies Readonly<Record<string, keyof LivekitVideoGrant>>;

/**
 * Switches that say with `false` what holds without them: rights that nobody has by default. Those whose `false` is a
 * statement of its own (`canPublish`, `canSubscribe`, `canPublishData`, `hidden`) are not among them.
 */
const offByDefault: Readonly<Record<LivekitGroupName, readonly string[]>> = {
  ...accountRights,
  video: [...Object.values(videoSwitches), "roomRecord", "roomJoin", "roomAdmin"],
};

/** What is switched off in so many words, as dotted claim paths, and claims that are there without a member. */
function switchedOff(properties: LivekitProperties): readonly string[] {
  return groupNames.flatMap((group) => {
    const members: Residue | undefined = properties[group] as Residue | undefined;
    if (members === undefined) return [];
    if (Object.keys(members).length === 0) return [group];
    // A claim with a right in it is kept as a whole.
    if (group !== "video" && Object.values(members).includes(true)) return [];
    return offByDefault[group].filter((name) => members[name] === false).map((name) => `${group}.${name}`);
  });
}

/** What the token says and the neutral model does not have. */
export function residueOf(properties: LivekitProperties): Residue {
  const residue: Record<string, unknown> = {};
  const { video = {}, nbf, jti } = properties;
  for (const name of copiedNames) if (properties[name] !== undefined) residue[name] = properties[name];
  for (const [key, name] of Object.entries(videoSwitches)) if (video[name] === true) residue[key] = true;
  if (video.roomRecord === true) residue["roomRecord"] = true;
  if (video.destinationRoom !== undefined) residue["destinationRoom"] = video.destinationRoom;
  // Beside a list of sources it says nothing more.
  if (video.canPublish === true && listedSources(video) !== undefined) residue["canPublish"] = true;
  for (const group of accountGroups) {
    const members: Residue = { ...properties[group] };
    if (Object.values(members).includes(true)) residue[group] = properties[group];
  }
  // Without `sub` it is the identity of whoever joins, and then written as `sub`.
  if (jti !== undefined && identityOf(properties) === (properties.sub || undefined)) residue["jti"] = jti;
  if (nbf !== undefined && nbf <= 0) residue["nbf"] = nbf;
  const off = switchedOff(properties);
  if (off.length > 0) residue["switchedOff"] = off;
  return residue;
}

function restoreOff(paths: readonly unknown[], properties: Record<string, unknown>): void {
  for (const path of paths) {
    const [group, name] = typeof path === "string" ? path.split(".") : [];
    if (group === undefined || !(groupNames as readonly string[]).includes(group)) continue;
    const members = isObject(properties[group]) ? properties[group] : {};
    // What grant and ceiling decided stays.
    properties[group] = name === undefined ? members : { [name]: false, ...members };
  }
}

/** Puts residue (or extensions, which have the same names) back, without touching what grant and ceiling decided. */
export function restoreResidue(residue: EncodeRequest["residue"], draft: Draft<LivekitProperties>): void {
  if (residue === undefined) return;
  const properties = draft as Record<string, unknown>;
  const video: Draft<LivekitVideoGrant> = { ...draft.video };
  for (const name of [...copiedNames, ...accountGroups]) {
    if (residue[name] !== undefined) properties[name] = residue[name];
  }
  for (const [key, name] of Object.entries(videoSwitches)) if (residue[key] === true) video[name] = true;
  if (typeof residue["destinationRoom"] === "string") video.destinationRoom = residue["destinationRoom"];
  if (residue["canPublish"] === true && video.canPublish === undefined && listedSources(video) !== undefined)
    video.canPublish = true;
  if (Object.keys(video).length > 0) draft.video = video;
  if (typeof residue["jti"] === "string") draft.jti = residue["jti"];
  if (typeof residue["nbf"] === "number" && draft.nbf === undefined) draft.nbf = residue["nbf"];
  if (Array.isArray(residue["switchedOff"])) restoreOff(residue["switchedOff"], properties);
}
