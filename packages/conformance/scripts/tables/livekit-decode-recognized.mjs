// LiveKit: what makes a token certainly, likely or possibly LiveKit's. Hosts that take LiveKit's tokens are no other vendor.
import { claims, apiKey as iss, pages } from "./livekit-facts.mjs";
import { certain, each, likely, no, possible } from "./recognized-words.mjs";

/** Switches that no other known vendor has, and certainly not inside a claim `video`. */
const marks = {
  roomJoin: true,
  roomAdmin: true,
  roomCreate: true,
  roomList: true,
  roomRecord: true,
  ingressAdmin: true,
};

/** Members of `video` that mean little by themselves. */
const others = {
  room: "standup",
  canPublish: true,
  canSubscribe: true,
  canPublishData: true,
  canPublishSources: ["camera"],
  hidden: true,
  agent: true,
};

const video = (members) => ({ iss, video: members });

export const recognized = {
  op: "recognize",
  title: "Whose a token is",
  spec: [pages.tokens, pages.protocolGrants],
  tests: [
    certain("participant", "a participant's token", claims()),
    ...each(certain, "mark", "an issuer and a switch that only LiveKit has", marks, video),
    certain("mark-off", "a switch that is off is one", video({ roomJoin: false })),
    likely("without-issuer", "the switches without an issuer", { video: marks }),
    likely("issuer-no-text", "an issuer that is no text", { ...video(marks), iss: 7 }),
    likely("mark-of-text", "a switch that is a text is no mark", video({ roomJoin: "true" })),
    ...each(likely, "member", "a member that LiveKit has in `video`", others, video),
    possible("key", "an issuer in the form of LiveKit's keys", { iss: "APIMmxiL8rquKztZEoZJV9Fb", sub: "u_1" }),
    possible("shortest-key", "the shortest that is known", { iss: "APIabc123" }),
    no("nothing", "a token that says nothing", {}),
    no("issuer", "an issuer of any other form", { iss, sub: "u_1" }),
    no("issuer-too-short", "a key that is too short", { iss: "APIabc12" }),
    no("issuer-longer", "a key inside a longer text", { iss: "xAPIabc123" }),
    no("issuer-odd", "a key with other characters behind", { iss: "APIabc123-x" }),
    no("issuer-other-type", "a key that is no text", { iss: ["APIabc123"] }),
    no("video-of-others", "a claim `video` of somebody else", video({ quality: "high" })),
    no("video-text", "a `video` that is a text", video("roomJoin")),
    no("video-list", "a `video` that is a list", video(["roomJoin"])),
    no("marks-outside", "the switches, but not inside `video`", { iss, ...marks }),
    no("grants", "grants in the place where Twilio has them", { iss: "SK1", grants: { video: { room: "standup" } } }),
  ],
};
