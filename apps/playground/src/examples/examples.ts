import { unsignedToken, unsignedTokenOfText } from "../text/unsigned-token.js";
import { dangerousExamples } from "./dangerous-examples.js";

/** A text to look at. */
export interface Example {
  readonly id: string;
  readonly name: string;
  /** What there is to see in it. */
  readonly about: string;
  /** Where its vendor publishes it; absent for those made here, which nobody has signed. */
  readonly publishedAt?: string;
  readonly text: string;
}

export interface ExampleGroup {
  readonly title: string;
  readonly examples: readonly Example[];
}

/** Daily's published example. It is public, and the key that signed it is known to Daily alone. */
const dailyGuide = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJuYmYiOjE1NDg3MjE1NjksImV4cCI6MTg2NDA4MTUzOCwiciI6ImhlbGxvIiwibyI6dHJ1ZSwic3MiOnRydWUsImVyIjoibG9jYWwiLCJkIjoiMjVkZjUwNTctZWYwZC00ZDk3LWJkZTYtMGNmMjg3Mjc2Y2JiIiwiaWF0IjoxNTQ4NzIxODMxfQ",
  "mvVciAengBR4xCblhFpo4mKYftQv1skYO4Y6IKr9Zgo",
].join(".");

const dailyContract = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJyIjoicm9vbS0wMjUzIiwiZCI6IjI1ZGY1MDU3LWVmMGQtNGQ5Ny1iZGU2LTBjZjI4NzI3NmNiYiIsImlhdCI6MTU0ODcyMjIwN30",
  "LXZtTnksTjWLTNvucr0MCHL6cOaqCa2m3DKk4ugnkSQ",
].join(".");

/** Metered's published example: every room, for ever. */
const meteredGuide = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJkYXRhIjp7Imdsb2JhbFRva2VuIjp0cnVlLCJhcHBOYW1lIjoiaHlwcmhvc3QifSwiaWF0IjoxNjI3NzcwNDI2fQ",
  "mVkFCexiE9UFHN8ujvsEVmXLllu2dXmF--4PzBFYjDY",
].join(".");

export const firstExample = "daily-guide";

const exampleDomain = "11111111-2222-4333-8444-555555555555";

function published(): Example[] {
  return [
    {
      id: firstExample,
      name: "Daily’s guide: a host until 2029",
      about: "One room, an owner, ten years.",
      publishedAt: "https://docs.daily.co/docs/guides/privacy-and-security/meeting-tokens",
      text: dailyGuide,
    },
    {
      id: "daily-contract",
      name: "Daily’s reference: never expires",
      about: "A plain participant of one room, for ever.",
      publishedAt: "https://docs.daily.co/reference/rest-api/meeting-tokens/create-meeting-token",
      text: dailyContract,
    },
    {
      id: "metered-guide",
      name: "Metered’s guide: every room, for ever",
      about: "What Metered mints for a request that names no room.",
      publishedAt:
        "https://www.metered.ca/docs/Video-Calls/JavaScript/Private-Rooms-and-Authenticating-users-via%E2%80%93access-token/",
      text: meteredGuide,
    },
  ];
}

function everyday(now: number): Example[] {
  const daily = { r: "standup", d: exampleDomain, iat: now - 120, exp: now + 3600, ud: "u_1", u: "Alice" };
  return [
    {
      id: "daily-limits",
      name: "Daily: may speak, and has to leave",
      about: "Sends sound only, for twenty minutes at most.",
      text: unsignedToken({ ...daily, eje: 1200, ejt: true, p: { cs: "a", cr: { b: true } } }),
    },
    {
      id: "livekit-plain",
      name: "LiveKit: a guest for two hours",
      about: "As LiveKit’s Node package writes it.",
      text: unsignedToken(
        {
          iss: "API3jExample",
          sub: "u_2",
          name: "Bob",
          nbf: now - 60,
          exp: now + 7200,
          video: { roomJoin: true, room: "standup", canPublish: true, canPublishSources: ["microphone", "camera"] },
        },
        { alg: "HS256" },
      ),
    },
    {
      id: "metered-admin",
      name: "Metered: an admin, from tomorrow",
      about: "Not good yet.",
      text: unsignedToken({
        data: {
          roomName: "standup",
          name: "Carol",
          externalUserId: "u_3",
          isAdmin: true,
          notBeforeUnixSec: now + 86_400,
          expireUnixSec: now + 2 * 86_400,
          ejectAfterElapsedTimeInSec: 5400,
          appName: "example-app",
        },
        iat: now - 60,
      }),
    },
    {
      id: "videosdk-lobby",
      name: "VideoSDK: has to ask to enter",
      about: "Bound to one room and one participant.",
      text: unsignedToken({
        apikey: "example-api-key",
        permissions: ["ask_join"],
        version: 2,
        roomId: "2kyv-gzay-64pg",
        participantId: "u_4",
        roles: ["rtc"],
        iat: now - 30,
        exp: now + 1800,
      }),
    },
  ];
}

function broken(now: number): Example[] {
  const times = `"iat":${now - 60},"exp":${now + 3600}`;
  return [
    {
      id: "ambiguous",
      name: "Whose is it?",
      about: "Could be of two vendors: you choose.",
      text: unsignedToken({ r: "standup", iat: now - 60, exp: now + 3600, iss: "APIexample12" }),
    },
    {
      id: "noise",
      name: "Copied with everything around it",
      about: "Quotes, `Bearer`, line breaks.",
      text: `"Authorization: Bearer ${dailyContract.slice(0, 70)}\n  ${dailyContract.slice(70)}",\n`,
    },
    {
      id: "broken",
      name: "Everything wrong at once",
      about: "A name twice, a forbidden name, a key inside the header, a time that is no number.",
      text: unsignedTokenOfText(
        `{"r":"standup","r":"board-room","d":"${exampleDomain}","__proto__":{"o":true},"exp":1e400,${times}}`,
        { alg: "HS256", typ: "JWT", jku: "https://keys.example" },
      ),
    },
    {
      id: "cut",
      name: "Cut off in the middle",
      about: "As much is decoded as there is.",
      text: dailyGuide.slice(0, 150),
    },
  ];
}

/** Texts to begin with, so that the page is never empty; times are counted from `now`. */
export function exampleGroups(now: number): readonly ExampleGroup[] {
  return [
    { title: "Published by the vendors", examples: published() },
    { title: "Everyday tokens", examples: everyday(now) },
    { title: "Dangerous on purpose", examples: dangerousExamples(now, exampleDomain) },
    { title: "Broken or unclear", examples: broken(now) },
  ];
}

export function exampleNamed(id: string, now: number): Example | undefined {
  return exampleGroups(now)
    .flatMap(({ examples }) => examples)
    .find((example) => example.id === id);
}
