import type { Finding, Native } from "@roompass/core/adapter";
import { entryStatement } from "./permissions.js";
import type { VideosdkProperties } from "./properties.js";
import { isGeneratedRoomId } from "./room-id.js";

type Rule = (properties: VideosdkProperties) => readonly Finding[];

const scopes = ["roomId", "participantId", "roles"] as const;

/** `ask_join` beside other permissions. */
export const askJoinCombined: Rule = ({ permissions }) =>
  entryStatement(permissions) !== "combined"
    ? []
    : [
        {
          id: "lint.ask-join-combined",
          severity: "warning",
          path: "permissions",
          message:
            "`ask_join` stands beside other permissions, which VideoSDK documents as invalid (error 4008); it is read as asking only.",
          cure: 'Mint a lobby guest with `["ask_join"]` alone, or a host with `["allow_join", "allow_mod"]`.',
        },
      ];

/** A token that leaves its purpose open. */
export const noRoles: Rule = ({ roles }) =>
  roles !== undefined
    ? []
    : [
        {
          id: "videosdk.no-roles",
          severity: "info",
          path: "roles",
          message: "The token has no `roles`, so that it may work on VideoSDK's server API as well as in a room.",
          cure: 'Issue it anew: a participant gets `["rtc"]`, which keeps it off the server API.',
        },
      ];

const askNeedsHost: Rule = ({ permissions }) =>
  entryStatement(permissions) !== "ask"
    ? []
    : [
        {
          id: "videosdk.ask-needs-host",
          severity: "info",
          path: "permissions",
          message: "The holder gets in only while somebody with `allow_join` is inside and answers.",
          cure: "Give the first participant and the hosts `allow_join`.",
        },
      ];

const scopeWithoutVersion: Rule = (properties) =>
  properties.version === 2
    ? []
    : scopes
        .filter((name) => properties[name] !== undefined)
        .map((name) => ({
          id: "lint.not-enforced",
          severity: "warning",
          path: name,
          message: `VideoSDK may ignore \`${name}\` in a token without \`version: 2\`.`,
          cure: "Mint the token with `version: 2`.",
        }));

const notBefore: Rule = ({ nbf }) =>
  nbf === undefined || nbf <= 0
    ? []
    : [
        {
          id: "lint.not-enforced",
          severity: "warning",
          path: "nbf",
          message: "VideoSDK documents no effect of `nbf`; the token may work before that time.",
          cure: "Issue the token later.",
        },
      ];

const bothRoles: Rule = ({ roles }) =>
  roles?.includes("crawler") === true && roles.includes("rtc")
    ? [
        {
          id: "videosdk.both-roles",
          severity: "warning",
          path: "roles",
          message: "The token joins rooms and may call the server API: whoever holds it may do both.",
          cure: 'Mint participants with `["rtc"]`, and keep a `["crawler"]` token on the server.',
        },
      ]
    : [];

const roomIdForm: Rule = ({ roomId }) =>
  roomId === undefined || isGeneratedRoomId(roomId)
    ? []
    : [
        {
          id: "videosdk.room-id-form",
          severity: "warning",
          path: "roomId",
          message: "`roomId` does not look like VideoSDK's room ids, which have the form xxxx-xxxx-xxxx.",
          cure: "Use the `roomId` that creating the room answered; whether a custom room id works here is not documented.",
        },
      ];

const participantIdForm: Rule = ({ participantId }) => {
  if (participantId === undefined) return [];
  if (/\s/u.test(participantId)) {
    return [
      {
        id: "videosdk.participant-id-white-space",
        severity: "warning",
        path: "participantId",
        message: "`participantId` contains white space, which VideoSDK refuses (error 4004).",
        cure: "Use an id without white space.",
      },
    ];
  }
  return [
    {
      id: "videosdk.participant-id-must-match",
      severity: "info",
      path: "participantId",
      message: "The app has to join with this very `participantId`, else VideoSDK refuses it (error 4023).",
      cure: "Pass the same `participantId` to the client; it makes up a random one otherwise.",
    },
  ];
};

const rules: readonly Rule[] = [
  askJoinCombined,
  askNeedsHost,
  noRoles,
  scopeWithoutVersion,
  notBefore,
  bothRoles,
  roomIdForm,
  participantIdForm,
];

/** VideoSDK's own traps. What was odd while reading the claims is among the native token's findings. */
export function lint(native: Native<VideosdkProperties>): readonly Finding[] {
  return rules.flatMap((rule) => rule(native.properties));
}
