// VideoSDK: what makes a token certainly, likely or possibly VideoSDK's.
import { certain, each, likely, no, possible } from "./recognized-words.mjs";
import { apikey, claims, pages, room } from "./videosdk-facts.mjs";

/** Every documented permission. */
const permissions = { allow_join: 1, ask_join: 1, allow_mod: 1 };

export const recognized = {
  op: "recognize",
  title: "Whose a token is",
  spec: [pages.authentication],
  tests: [
    certain("participant", "a participant's token", claims()),
    ...each(certain, "permission", "a key and a permission that only VideoSDK has", permissions, (one) => ({
      apikey,
      permissions: Object.keys(one),
    })),
    certain("among-others", "one known permission among others", { apikey, permissions: ["allow_fly", "allow_mod"] }),
    likely("permissions-of-others", "a key and permissions that nobody knows", { apikey, permissions: ["allow_fly"] }),
    likely("permissions-none", "a key and no permission", { apikey, permissions: [] }),
    likely("permissions-text", "permissions that are no list", { apikey, permissions: "allow_join" }),
    possible("key", "a key and nothing that only VideoSDK has", { apikey, roomId: room }),
    no("nothing", "a token that says nothing", {}),
    no("permissions-alone", "permissions without a key", { permissions: ["allow_join"], roomId: room }),
    no("key-no-text", "a key that is no text", { apikey: 7, permissions: ["allow_join"] }),
    no("key-other-case", "a key under another name", { apiKey: apikey, permissions: ["allow_join"] }),
  ],
};
