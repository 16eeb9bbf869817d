import { createMetered, metered } from "@roompass/metered";
import { unsignedToken } from "../text/unsigned-token.js";
import { connectionOf, type PageVendor, throwAwayKey } from "./vendor.js";

const exampleApp = "your-app";

type Fetch = NonNullable<NonNullable<Parameters<typeof createMetered>[0]>["fetch"]>;

/** What Metered's endpoint documents that it answers, made on this page: nothing is sent anywhere. */
function answeringHere(appName: string, now: number): Fetch {
  return async (_url, request) => {
    const data = { ...(JSON.parse(String(request?.body ?? "{}")) as object), appName };
    return new Response(JSON.stringify({ token: unsignedToken({ data, iat: now }) }), { status: 200 });
  };
}

export const meteredVendor: PageVendor = {
  name: "metered",
  adapter: metered,
  packageName: "@roompass/metered",
  factory: "createMetered",
  environment: ["METERED_APP_NAME", "METERED_SECRET_KEY"],
  fields: [],
  connect: undefined,
  standIn: (now) => {
    const fetch = answeringHere(exampleApp, now);
    const provider = createMetered({ appName: exampleApp, secretKey: throwAwayKey(), fetch, clock: () => now });
    return { ...connectionOf(provider), plan: (input) => provider.plan(input as never) };
  },
};
