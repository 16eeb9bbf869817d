import { createMetered, type MeteredProvider, metered } from "@roompass/metered";
import { unsignedToken } from "../text/unsigned-token.js";
import { type Connection, connectionOf, type PageVendor, throwAwayKey } from "./vendor.js";

const exampleApp = "your-app";

type Fetch = NonNullable<NonNullable<Parameters<typeof createMetered>[0]>["fetch"]>;

/** What Metered's endpoint documents that it answers, made on this page: nothing is sent anywhere. */
function answeringHere(appName: string, now: number): Fetch {
  return async (_url, request) => {
    const data = { ...(JSON.parse(String(request?.body ?? "{}")) as object), appName };
    return new Response(JSON.stringify({ token: unsignedToken({ data, iat: now }) }), { status: 200 });
  };
}

/** For a grant that is looked at, never for a request: the page has nobody to send one to. */
const refusing: Fetch = () => Promise.reject(new TypeError("This page sends nothing."));

function connection(provider: MeteredProvider): Connection {
  return { ...connectionOf(provider), plan: (input) => provider.plan(input as never) };
}

export const meteredVendor: PageVendor = {
  name: "metered",
  adapter: metered,
  packageName: "@roompass/metered",
  factory: "createMetered",
  environment: ["METERED_APP_NAME", "METERED_SECRET_KEY"],
  mints: "request",
  fields: [
    {
      name: "appName",
      label: "App name",
      isSecret: false,
      hint: "The part before `.metered.live`.",
      placeholder: exampleApp,
    },
  ],
  connect: ({ appName = "" }, now) =>
    connection(createMetered({ appName: appName === "" ? exampleApp : appName, fetch: refusing, clock: () => now })),
  standIn: (now) =>
    connection(
      createMetered({
        appName: exampleApp,
        secretKey: throwAwayKey(),
        fetch: answeringHere(exampleApp, now),
        clock: () => now,
      }),
    ),
};
