// Tokens of other vendors and of other kinds, signed with the same secret.

import { signToken, usualHeader } from "../lib/token.mjs";
import { keys, practices, refuse } from "./core-words.mjs";
import * as daily from "./daily-facts.mjs";
import * as metered from "./metered-facts.mjs";
import * as videosdk from "./videosdk-facts.mjs";
import { expiresAt, issuedAt, now } from "./words.mjs";

const [signer] = keys;
const tokenOf = (claims) => ({ literal: signToken(usualHeader, JSON.parse(JSON.stringify(claims)), signer.text) });

/** What tells a reader that a token is not of this vendor: a claim that is missing or unreadable, or the account. */
const foreign = ["claims.invalid", "claims.unknown-value", "claims.missing-expiry", "policy.tenant", "policy.purpose"];

const row = (id, comment, claims) =>
  refuse(`foreign.${id}`, comment, ["ForeignToken"], "plain", tokenOf(claims), foreign);

const group = (title, except, tests) => ({
  title,
  ...(except === undefined ? {} : { except: [except] }),
  source: practices,
  spec: ["https://www.rfc-editor.org/rfc/rfc8725#section-2.7", "https://www.rfc-editor.org/rfc/rfc8725#section-3.12"],
  tests,
});

const livekitClaims = (video) => ({
  iss: "TEST-ONLY-livekit-api-key",
  sub: "u-1",
  video,
  nbf: issuedAt,
  exp: expiresAt,
});

export default {
  file: "verify-foreign",
  category: "verify",
  title: "Tokens of other vendors and of other kinds, signed with the same secret",
  groups: [
    group("Tokens of vendors and services that nobody's adapter is for", undefined, [
      row("made-up", "a vendor that does not exist", {
        kind: "meeting",
        space: "standup",
        member: "u-1",
        powers: ["join", "speak"],
        iat: issuedAt,
        exp: expiresAt,
      }),
      row("session", "a session of a web application", {
        iss: "https://example.org",
        aud: "https://example.org",
        sub: "u-1",
        iat: issuedAt,
        exp: expiresAt,
      }),
      row("access", "an access token with scopes", {
        iss: "https://example.org",
        aud: "meetings",
        sub: "u-1",
        client_id: "web",
        scope: "meetings.join meetings.admin",
        iat: issuedAt,
        exp: expiresAt,
      }),
      row("bare", "times and nothing else", { iat: issuedAt, nbf: now, exp: expiresAt }),
    ]),
    group("Tokens of Daily", "daily", [
      row("daily-participant", "a participant's token", daily.claims({ ud: "u-1", u: "Ada" })),
      row("daily-owner", "an owner's token", daily.claims({ o: true })),
      row("daily-every-room", "a token for every room", daily.claims({ r: undefined })),
    ]),
    group("Tokens of Metered", "metered", [
      row("metered-participant", "a participant's token", metered.claims({ name: "Ada", externalUserId: "u-1" })),
      row("metered-admin", "an admin's token", metered.claims({ isAdmin: true })),
      row("metered-global", "a token for every room", metered.claims({ roomName: undefined, globalToken: true })),
    ]),
    group("Tokens of VideoSDK", "videosdk", [
      row("videosdk-participant", "a participant's token", videosdk.claims({ participantId: "u-1" })),
      row("videosdk-moderator", "a moderator's token", videosdk.claims({ permissions: ["allow_join", "allow_mod"] })),
      row("videosdk-api", "a token for the server API", videosdk.claims({ roles: ["crawler"], roomId: undefined })),
    ]),
    group("Tokens of LiveKit", "livekit", [
      row("livekit-participant", "a participant's token", livekitClaims({ room: "standup", roomJoin: true })),
      row("livekit-admin", "an admin's token", livekitClaims({ room: "standup", roomJoin: true, roomAdmin: true })),
      row("livekit-api", "a token for the server API", livekitClaims({ roomCreate: true, roomList: true })),
    ]),
  ],
};
