import type { Evidence, Recognition } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";
import { groupReaders } from "./claim-readers.js";

/** Names that no other known vendor has, and certainly not inside a claim `video`. */
const marks = ["roomJoin", "roomAdmin", "roomCreate", "roomList", "roomRecord", "ingressAdmin"];

/** Whether a token is LiveKit's, or of a host that takes LiveKit's tokens: a claim `video` that holds grants. */
export function recognize({ claims }: Evidence): Recognition | undefined {
  const video = Object.hasOwn(claims, "video") ? claims["video"] : undefined;
  const issuer = Object.hasOwn(claims, "iss") ? claims["iss"] : undefined;
  if (isObject(video)) {
    const found = marks.filter((name) => typeof video[name] === "boolean");
    if (found.length > 0 && typeof issuer === "string") {
      const names = found.map((name) => `\`video.${name}\``).join(", ");
      return { confidence: "certain", reason: `It has ${names}, which only LiveKit's tokens have.` };
    }
    if (found.length > 0 || Object.keys(groupReaders.video).some((name) => Object.hasOwn(video, name))) {
      return { confidence: "likely", reason: "It has a claim `video` with members that LiveKit's tokens have." };
    }
  }
  // LiveKit's own keys begin like this; a key of a server of one's own may have any form.
  if (typeof issuer === "string" && /^API[A-Za-z0-9]{6,}$/.test(issuer)) {
    return { confidence: "possible", reason: "Its issuer looks like one of LiveKit's API keys." };
  }
  return undefined;
}
