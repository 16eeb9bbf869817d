import type { Finding } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";
import type { LivekitProperties } from "./properties.js";
import { identityOf, joins, purposesOf } from "./purposes.js";
import { listedSources } from "./readings.js";

type Claims = Readonly<Record<string, unknown>>;
type Rule = (properties: LivekitProperties, claims: Claims) => readonly Finding[];

function fault(path: string, message: string, cure: string): Finding {
  return { id: "claims.invalid", severity: "error", path, message, cure };
}

const nothingGiven: Rule = (properties, { video }) => {
  // A claim that could not be read has said so already.
  if (purposesOf(properties).length > 0 || (video !== undefined && !isObject(video))) return [];
  return [
    fault(
      "video",
      "The token gives nothing: it neither joins a room nor calls the server API.",
      "Mint the token with `video: { roomJoin: true, room: ... }`, or with a right of the server API.",
    ),
  ];
};

const noRoom: Rule = (properties) => {
  if (properties.video?.room !== undefined || !(joins(properties) || properties.video?.roomAdmin === true)) return [];
  return [
    fault(
      "video.room",
      "The token joins or moderates without naming the room, which LiveKit documents as required; a server may take any room that the client names.",
      "Mint the token with `video.room`.",
    ),
  ];
};

const noIdentity: Rule = (properties) => {
  if (!joins(properties)) return [];
  const identity = identityOf(properties);
  if (identity === undefined) {
    return [
      fault(
        "sub",
        "The token joins without an identity, which LiveKit refuses.",
        "Mint the token with the participant's identity in `sub`.",
      ),
    ];
  }
  if (properties.sub !== undefined) return [];
  return [
    {
      id: "livekit.identity-in-jti",
      severity: "warning",
      path: "jti",
      message: "The token has no `sub`; LiveKit's Go code then takes `jti` for the identity, its Node code does not.",
      cure: "Mint the token with the participant's identity in `sub`.",
    },
  ];
};

const emptySources: Rule = ({ video }, claims) => {
  const claim = isObject(claims["video"]) ? claims["video"]["canPublishSources"] : undefined;
  if (!Array.isArray(claim) || claim.length > 0) return [];
  const isHarmless = video?.canPublish === false;
  return [
    {
      id: "livekit.empty-sources",
      severity: isHarmless ? "info" : "warning",
      path: "video.canPublishSources",
      message: "An empty list of sources means every source, not none.",
      cure: isHarmless ? "Leave the list out." : "For none mint the token with `video.canPublish: false`.",
    },
  ];
};

/** Two of LiveKit's own texts contradict each other about it, so that nobody can say what the token gives. */
const listedWithoutPublish: Rule = ({ video }) => {
  if (video?.canPublish !== false || listedSources(video) === undefined) return [];
  return [
    {
      id: "claims.unknown-value",
      severity: "error",
      path: "video.canPublishSources",
      message:
        "Sources are listed beside `canPublish: false`: by LiveKit's documents the list counts, by its server's code nothing may be sent. It is read as giving nothing.",
      cure: "Mint the token with one of the two: the list, or `canPublish: false`.",
    },
  ];
};

const rules: readonly Rule[] = [nothingGiven, noRoom, noIdentity, emptySources, listedWithoutPublish];

/** What is missing or contradicts itself, after every claim has been read by itself. */
export function reportGaps(properties: LivekitProperties, claims: Claims): readonly Finding[] {
  return rules.flatMap((rule) => rule(properties, claims));
}
