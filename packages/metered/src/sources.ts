import type { Fact } from "@roompass/core/adapter";

/** The vendor's public pages that the tables of this package cite. */
export const sources = {
  guide:
    "https://www.metered.ca/docs/Video-Calls/JavaScript/Private-Rooms-and-Authenticating-users-via%E2%80%93access-token/",
  mint: "https://www.metered.ca/docs/rest-api/post-generate-access-token-api",
  createRoom: "https://metered.ca/docs/rest-api/create-room-api",
  restIntroduction: "https://metered.ca/docs/rest-api",
  join: "https://docs.metered.ca/docs/join",
  participantJoined: "https://metered.ca/docs/SDK-Reference/JavaScript/Events/participantJoined",
  tips: "https://www.metered.ca/docs/Tips-and-Best-Practices/",
} as const;

export type Source = keyof typeof sources;

/** When the sources were read, `YYYY-MM`. */
export const asOf = "2026-11";

/** A source of the list above, with the date. */
export function fact(source: Source): Fact {
  return { source: sources[source], asOf };
}
