import { unsignedToken } from "../text/unsigned-token.js";
import type { Example } from "./examples.js";

/** Tokens that work, and that nobody should hand out. */
export function dangerousExamples(now: number, domain: string): Example[] {
  return [
    {
      id: "videosdk-default",
      name: "VideoSDK: everybody a moderator",
      about: "What VideoSDK’s server package gives when no permission is set: every room, and power over others.",
      text: unsignedToken({
        apikey: "example-api-key",
        permissions: ["allow_join", "allow_mod"],
        iat: now - 10,
        exp: now + 86_400,
      }),
    },
    {
      id: "daily-owner",
      name: "Daily: owner of every room, for ever",
      about: "No room, no expiry, no participant.",
      text: unsignedToken({ o: true, d: domain, iat: now - 10, er: "cloud", sr: true }),
    },
    {
      id: "livekit-empty-list",
      name: "LiveKit: an empty list means all",
      about: "Looks as if it forbids every source, and allows every one; a project’s rights beside it.",
      text: unsignedToken({
        iss: "API3jExample",
        sub: "recorder",
        nbf: now - 10,
        exp: now + 30 * 86_400,
        video: {
          roomJoin: true,
          room: "standup",
          canPublishSources: [],
          roomAdmin: true,
          roomCreate: true,
          hidden: true,
        },
      }),
    },
    {
      id: "unsigned",
      name: "LiveKit: signed by nobody",
      about: "The algorithm is `none`; servers have taken such tokens for genuine.",
      text: unsignedToken(
        { iss: "API3jExample", sub: "u_1", exp: now + 3600, video: { roomJoin: true, room: "board", roomAdmin: true } },
        { alg: "none", typ: "JWT" },
      ),
    },
    {
      id: "milliseconds",
      name: "Daily: an expiry in milliseconds",
      about: "Good for fifty thousand years, and mistyped besides.",
      text: unsignedToken({ r: "standup", d: domain, iat: now - 10, exp: (now + 3600) * 1000, nfb: now, o: "true" }),
    },
    {
      id: "bidi",
      name: "Metered: a name that hides itself",
      about: "Characters that turn the direction of writing, and some that do not show.",
      text: unsignedToken({
        data: {
          roomName: "standup\u200b",
          name: "Ann \u202e)nimda( nhoJ\u202c<img src=x onerror=alert(1)>",
          isAdmin: true,
          appName: "example-app",
          expireUnixSec: now + 3600,
        },
        iat: now - 10,
      }),
    },
  ];
}
