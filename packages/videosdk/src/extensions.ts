import type { EncodeProblem, Grant } from "@roompass/core/adapter";
import { type NearestName, nearestOfFirst } from "@roompass/core/kit";
import { isPlainName } from "./plain-name.js";
import type { VideosdkExtensions } from "./properties.js";

/** What says the same in the neutral model, so that it is checked there. */
const modelled: Readonly<Record<string, string>> = {
  apikey: "Leave it out: it comes from the provider's settings.",
  permissions: "Use `entry` and `rights.moderate`.",
  version: "Leave it out: it is always 2.",
  roomId: "Use `room`.",
  participantId: "Use `participant.id`.",
  roles: "Use `purpose`.",
  exp: "Use `expiresAt`.",
  iat: "Leave it out: it is set when the token is issued.",
  nbf: "Use `notBefore`.",
  meetingId: "Use `room`.",
  peerId: "Use `participant.id`.",
  name: "Use `participant.name`.",
  metaData: "Use `participant.metadata`.",
  micEnabled: "Use `start.microphone`.",
  webcamEnabled: "Use `start.camera`.",
  redirectOnLeave: "Use `client.redirectUrl`.",
};

const known: readonly string[] = ["jti", ...Object.keys(modelled)];

/** Reads `extensions.videosdk` strictly: one property is the vendor's own, everything else is a problem. */
export function readExtensions(extensions: Grant["extensions"], problems: EncodeProblem[]): VideosdkExtensions {
  if (extensions === undefined || !Object.hasOwn(extensions, "videosdk")) return {};
  let extension: VideosdkExtensions = {};
  const nearest = nearestOfFirst();
  for (const [name, value] of Object.entries(extensions["videosdk"] ?? {})) {
    const path = isPlainName(name) ? `extensions.videosdk.${name}` : "extensions.videosdk";
    if (name !== "jti") problems.push(refusal(name, path, nearest));
    else if (typeof value === "string") extension = { jti: value };
    else {
      problems.push({
        path,
        code: "grant.invalid",
        message: "`jti` is not a string.",
        cure: "Give the token's id as a string, or leave it out.",
      });
    }
  }
  return extension;
}

function refusal(name: string, path: string, nearest: NearestName): EncodeProblem {
  if (Object.hasOwn(modelled, name)) {
    return {
      path,
      code: "grant.modelled-extension",
      message: `\`${name}\` has a place outside the extensions, where it is checked.`,
      cure: modelled[name] ?? "Use the neutral field.",
    };
  }
  const near = isPlainName(name) ? nearest(name, known) : undefined;
  return {
    path,
    code: "grant.unknown-field",
    message: "VideoSDK has no such property.",
    cure: near === undefined ? "Leave it out; `jti` is the only extension." : `Did you mean \`${near}\`?`,
  };
}
