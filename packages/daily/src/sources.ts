import type { Fact } from "@roompass/core/adapter";

const docs = "https://docs.daily.co";
const ruby = "https://github.com/daily-co/daily-ruby/blob/main";

/** The public pages that this package's tables rest on. */
export const sources = {
  tokens: `${docs}/reference/rest-api/meeting-tokens`,
  tokenGuide: `${docs}/docs/guides/privacy-and-security/meeting-tokens`,
  selfSigning: `${docs}/docs/guides/privacy-and-security/self-signing-tokens`,
  createToken: `${docs}/reference/rest-api/meeting-tokens/create-meeting-token`,
  access: `${docs}/docs/guides/privacy-and-security/controlling-who-joins-a-meeting`,
  permissions: `${docs}/docs/daily-js/guides/permissions`,
  errorEvents: `${docs}/reference/daily-js/events/error-events`,
  waitingRoom: `${docs}/docs/daily-js/guides/waiting-room`,
  recording: `${docs}/docs/guides/features/recording`,
  tokenSchema: `${ruby}/docs/Properties.md`,
  roomSchema: `${ruby}/docs/RoomProperties.md`,
  dailyJs: "https://www.npmjs.com/package/@daily-co/daily-js/v/0.92.2",
  opentokNode: "https://github.com/daily-co/daily-opentok-node/blob/main/src/daily.ts",
} as const;

export type Source = keyof typeof sources;

/** When the sources were read, `YYYY-MM`. */
export const asOf = "2026-11";

/** A source of the list above, with the date. */
export function fact(source: Source): Fact {
  return { source: sources[source], asOf };
}
