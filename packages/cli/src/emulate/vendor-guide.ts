import type { AnyCredentials, Vendor } from "@roompass/emulators";

/** What a customer of an emulated vendor needs to know. */
interface VendorGuide {
  readonly displayName: string;
  /** The credentials by the names that the command itself reads them by. */
  readonly names: Readonly<Record<string, string>>;
  /** A call that makes a private room, or the one before it; keys come from the environment and are not shown again. */
  readonly firstCall: (url: string) => string;
}

const guides: Readonly<Record<Vendor, VendorGuide>> = {
  daily: {
    displayName: "Daily",
    names: { apiKey: "DAILY_API_KEY", domainId: "DAILY_DOMAIN_ID" },
    firstCall: (url) =>
      `curl -H "Authorization: Bearer $DAILY_API_KEY" -d '{"name":"standup","privacy":"private"}' ${url}/v1/rooms`,
  },
  metered: {
    displayName: "Metered",
    names: { appName: "METERED_APP_NAME", secretKey: "METERED_SECRET_KEY" },
    firstCall: (url) =>
      `curl -d '{"roomName":"standup","privacy":"private"}' "${url}/api/v1/room?secretKey=$METERED_SECRET_KEY"`,
  },
  videosdk: {
    displayName: "VideoSDK",
    names: { apiKey: "VIDEOSDK_API_KEY", secret: "VIDEOSDK_SECRET" },
    firstCall: (url) =>
      `curl -d '{"apiKey":"'$VIDEOSDK_API_KEY'","permissions":["allow_join"]}' ${url}/v1/prebuilt/token`,
  },
};

export function displayNameOf(vendor: Vendor): string {
  return guides[vendor].displayName;
}

export function firstCallOf(vendor: Vendor, url: string): string {
  return guides[vendor].firstCall(url);
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
