import type { Finding, Native } from "@roompass/core/adapter";
import type { LivekitProperties } from "./properties.js";
import { accountRightsOf, joins } from "./purposes.js";
import { listedSources } from "./readings.js";
import { automationOf, holdsCredentials } from "./room-config.js";

type Rule = (properties: LivekitProperties) => readonly Finding[];

const serverRightsInHand: Rule = (properties) => {
  const rights = joins(properties) ? accountRightsOf(properties) : [];
  const [first] = rights;
  if (first === undefined) return [];
  return [
    {
      id: "livekit.server-rights-with-join",
      severity: "warning",
      path: first,
      message: "A participant's token also holds rights of the server API, which hold for every room of the project.",
      cure: "Issue two tokens: one for the participant, and one that stays on the server.",
    },
  ];
};

const adminLiftsLimits: Rule = ({ video = {} }) => {
  const { canPublish, canSubscribe, canPublishData, hidden } = video;
  const isLimited =
    canPublish === false ||
    canSubscribe === false ||
    canPublishData === false ||
    hidden === true ||
    listedSources(video) !== undefined;
  if (video.roomAdmin !== true || !isLimited) return [];
  return [
    {
      id: "livekit.admin-lifts-limits",
      severity: "warning",
      path: "video.roomAdmin",
      message: "A room's admin changes the permissions of everybody in the room, its own among them.",
      cure: "Leave `roomAdmin` out where the limits in the token have to hold.",
    },
  ];
};

const firstConnection: Rule = (properties) =>
  properties.exp === undefined || !joins(properties)
    ? []
    : [
        {
          id: "livekit.expiry-first-connection",
          severity: "info",
          path: "exp",
          message: "LiveKit checks the expiry when the holder first connects; a running call goes on, and reconnects.",
          cure: "Keep the life short, and remove participants through the server API.",
        },
      ];

const startsEgress: Rule = ({ roomConfig }) =>
  automationOf(roomConfig) === undefined
    ? []
    : [
        {
          id: "livekit.starts-egress",
          severity: "info",
          path: "roomConfig.egress",
          message: "A room that the holder opens is recorded or streamed from the start.",
          cure: "Tell the participants, or leave `egress` out.",
        },
      ];

const credentials: Rule = ({ roomConfig }) =>
  !holdsCredentials(roomConfig)
    ? []
    : [
        {
          id: "livekit.credentials-in-token",
          severity: "warning",
          path: "roomConfig.egress",
          message: "The token holds storage keys or stream keys, and whoever has the token can read them.",
          cure: "Replace those keys, and start egress from the server.",
        },
      ];

const publicData: Rule = ({ metadata = "", attributes = {} }) => {
  const given = [
    ...(metadata === "" ? [] : ["metadata"]),
    ...(Object.keys(attributes).length === 0 ? [] : ["attributes"]),
  ];
  return given.map((path) => ({
    id: "lint.personal-data",
    severity: "info",
    path,
    message: `Every participant of the room receives \`${path}\`.`,
    cure: "Keep out of it what the others should not know.",
  }));
};

const rules: readonly Rule[] = [
  serverRightsInHand,
  adminLiftsLimits,
  firstConnection,
  startsEgress,
  credentials,
  publicData,
];

/** LiveKit's own traps. What was odd while reading the claims is among the native token's findings. */
export function lint(native: Native<LivekitProperties>): readonly Finding[] {
  return rules.flatMap((rule) => rule(native.properties));
}
