// LiveKit: each claim with a value that nobody documents.
import { apiKey, claims, grant, pages, room, sending } from "./livekit-facts.mjs";
import { error, issuedAt, now, surely } from "./words.mjs";

const anyRoom = { any: true };
const invalid = (path) => error("claims.invalid", path);

/** A claim that cannot be read: an error, and what the token says without it. */
const unread = (claim, id, value, { twin = "expiry", says = {}, comment, findings = [], ...others } = {}) => ({
  id: `claim-${claim.toLowerCase()}-${id}`,
  comment: comment ?? `\`${claim}\` of another type is reported and gives nothing`,
  flags: ["WrongType"],
  twin,
  claims: claims({}, { [claim]: value }),
  grant: grant(says),
  ...others,
  findings: [invalid(claim), ...findings],
});

/** The same for a switch in `video`. */
const unreadSwitch = (name, id, value, { twin = "room-admin", says = {}, comment, findings = [], ...others } = {}) => ({
  id: `video-${name.toLowerCase()}-${id}`,
  comment: comment ?? `\`video.${name}\` of another type is reported and gives nothing`,
  flags: ["WrongType"],
  twin,
  claims: claims({ [name]: value }),
  grant: grant(says),
  ...others,
  findings: [invalid(`video.${name}`), ...findings],
});

const giving = [
  "roomAdmin",
  "canUpdateOwnMetadata",
  "canSubscribeMetrics",
  "canManageAgentSession",
  "hidden",
  "recorder",
  "agent",
  "roomCreate",
  "roomList",
  "roomRecord",
  "ingressAdmin",
];
const noAccount = { issuance: { issuedAt } };
const everyRoomFeared = { says: { room: anyRoom }, findings: [], authority: { room: surely(anyRoom) } };

const group = (name, value, at = name) => ({
  id: `group-${name}-${typeof value === "object" ? (Array.isArray(value) ? "list" : "member") : typeof value}`,
  comment: `\`${name}\` with something else in it gives nothing`,
  flags: ["WrongType"],
  twin: "other-products",
  claims: claims({}, { [name]: value }),
  grant: grant(),
  residue: null,
  findings: [invalid(at)],
  authority: { purpose: surely(["participant"]), room: surely(room) },
});

export const wrongValues = {
  title: "Claims with a value that nobody documents",
  spec: [pages.tokens, pages.protocolGrants],
  tests: [
    ...giving.flatMap((name) => [
      unreadSwitch(name, "text", "true", { comment: `the text true gives nothing at \`video.${name}\`` }),
      unreadSwitch(name, "one", 1, { comment: `1 gives nothing at \`video.${name}\`` }),
    ]),
    unreadSwitch("canPublish", "null", null, {
      twin: "publish-allowed",
      says: { rights: { publish: sending(false) } },
    }),
    unreadSwitch("canPublish", "one", 1, { twin: "publish-allowed", says: { rights: { publish: sending(false) } } }),
    unreadSwitch("canPublishData", "text", "true", {
      twin: "data-and-subscribe",
      says: { rights: { publish: { data: false } } },
    }),
    unreadSwitch("canPublishData", "null", null, {
      twin: "data-and-subscribe",
      says: { rights: { publish: { data: false } } },
    }),
    unreadSwitch("canSubscribe", "text", "true", {
      twin: "data-and-subscribe",
      says: { rights: { subscribe: false } },
    }),
    unreadSwitch(
      "canPublishSources",
      "object",
      { camera: true },
      { twin: "sources", says: { rights: { publish: sending(false) } } },
    ),
    unreadSwitch("canPublishSources", "null", null, { twin: "sources", says: { rights: { publish: sending(false) } } }),
    {
      ...unreadSwitch("canPublishSources", "number-inside", ["camera", 1], {
        twin: "sources",
        says: { rights: { publish: { ...sending(false), camera: true } } },
      }),
      findings: [invalid("video.canPublishSources[1]")],
    },
    {
      ...unreadSwitch("canPublishSources", "null-inside", [null], {
        twin: "sources",
        says: { rights: { publish: sending(false) } },
      }),
      findings: [invalid("video.canPublishSources[0]")],
    },
    unreadSwitch("room", "number", 7, { ...everyRoomFeared, findings: [invalid("video.room")].slice(1) }),
    unreadSwitch("destinationRoom", "number", 7),
    unread("iss", "number", 7, noAccount),
    unread("iss", "empty", "", noAccount),
    unread("sub", "number", 7, { says: { participant: undefined }, authority: { identity: surely(null) } }),
    unread("jti", "number", 7, { twin: "token-id" }),
    unread("name", "number", 7),
    unread("metadata", "object", { team: "a" }, { twin: "metadata-text" }),
    unread("attributes", "list", ["a"], { twin: "own-metadata" }),
    unread("kind", "number", 1, { twin: "recorder" }),
    unread("kindDetails", "text", "agent", { twin: "recorder" }),
    unread("kindDetails", "number-inside", ["agent", 1], { twin: "recorder" }),
    unread("sha256", "number", 1),
    unread("roomPreset", "number", 1, { twin: "room-configuration" }),
    unread("roomConfig", "text", "egress", { twin: "room-configuration" }),
    unread("roomConfig", "list", [], { twin: "room-configuration" }),
    unread("iat", "text", `${issuedAt}`, { issuance: { tenant: apiKey } }),
    unread("iat", "fraction", issuedAt + 0.5, { issuance: { tenant: apiKey } }),
    unread("nbf", "text", `${now}`),
    unread("nbf", "fraction", now + 0.5),
    unread("exp", "fraction", now + 0.5, { says: { expiresAt: undefined } }),
    unread("exp", "null", null, { says: { expiresAt: undefined } }),
    group("sip", "admin"),
    group("sip", []),
    group("sip", { admin: "true" }, "sip.admin"),
    group("agent", true),
    group("agent", { createSimulation: 1 }, "agent.createSimulation"),
    group("inference", 1),
    group("inference", { perform: "yes" }, "inference.perform"),
    group("observability", "write"),
    group("observability", { write: 1 }, "observability.write"),
  ],
};
