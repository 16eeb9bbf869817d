import type { AnyCredentials, Vendor } from "@roompass/emulators";

/** What a customer of an emulated vendor needs to know. */
interface VendorGuide {
  readonly displayName: string;
  /** The credentials by the names that the command itself reads them by. */
  readonly names: Readonly<Record<string, string>>;
  /** Lines for a shell that make a private room and leave a token for it in `$TOKEN`; keys are not shown again. */
  readonly makeToken: (url: string, expiresAt: number) => readonly string[];
  /** The room's name, or the variable that it is in. */
  readonly room: string;
}

/** Keeps the first text of a JSON object: needs nothing that a shell does not have. */
const firstText = `| cut -d'"' -f4`;

const guides: Readonly<Record<Vendor, VendorGuide>> = {
  daily: {
    displayName: "Daily",
    names: { apiKey: "DAILY_API_KEY", domainId: "DAILY_DOMAIN_ID" },
    makeToken(url, expiresAt) {
      const call = `curl -s -H "Authorization: Bearer $DAILY_API_KEY"`;
      const order = `{"properties":{"room_name":"standup","exp":${expiresAt}}}`;
      return [
        `${call} -d '{"name":"standup","privacy":"private"}' ${url}/v1/rooms`,
        `TOKEN=$(${call} -d '${order}' ${url}/v1/meeting-tokens ${firstText})`,
      ];
    },
    room: "standup",
  },
  metered: {
    displayName: "Metered",
    names: { appName: "METERED_APP_NAME", secretKey: "METERED_SECRET_KEY" },
    makeToken(url, expiresAt) {
      const order = `{"roomName":"standup","expireUnixSec":${expiresAt}}`;
      return [
        `curl -s -d '{"roomName":"standup","privacy":"private"}' "${url}/api/v1/room?secretKey=$METERED_SECRET_KEY"`,
        `TOKEN=$(curl -s -d '${order}' "${url}/api/v1/token?secretKey=$METERED_SECRET_KEY" ${firstText})`,
      ];
    },
    room: "standup",
  },
  videosdk: {
    displayName: "VideoSDK",
    names: { apiKey: "VIDEOSDK_API_KEY", secret: "VIDEOSDK_SECRET" },
    // The vendor chooses the names of rooms, and its page for trying needs no secret.
    makeToken(url) {
      const order = `{"apiKey":"'$VIDEOSDK_API_KEY'","permissions":["allow_join"]}`;
      return [
        `TOKEN=$(curl -s -d '${order}' ${url}/v1/prebuilt/token ${firstText})`,
        `ROOM=$(curl -s -X POST -H "Authorization: $TOKEN" ${url}/v2/rooms ${firstText})`,
      ];
    },
    room: "'$ROOM'",
  },
};

export function displayNameOf(vendor: Vendor): string {
  return guides[vendor].displayName;
}

/** Lines for a shell, one after the other: a room, a token for it, and what the emulator makes of that. */
export function callsOf(vendor: Vendor, url: string, expiresAt: number): readonly string[] {
  const { makeToken, room } = guides[vendor];
  const ask = (name: string) => `curl -s -d '{"token":"'$TOKEN'","room":"${room}"}' ${url}/__emulator/${name}`;
  return [...makeToken(url, expiresAt), ask("join"), ask("allows")];
}

/** The credentials as environment variables, in the order of the documents. */
export function environmentOf(vendor: Vendor, credentials: AnyCredentials): Readonly<Record<string, string>> {
  const given = Object.entries(credentials);
  const values = Object.entries(guides[vendor].names).map(([field, name]) => [
    name,
    String(given.find(([member]) => member === field)?.[1]),
  ]);
  return Object.fromEntries(values);
}
