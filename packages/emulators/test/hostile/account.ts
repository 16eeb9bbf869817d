import jsonwebtoken from "jsonwebtoken";
import type { Vendor } from "../../src/index.js";

export const secret = "TEST-ONLY-secret-that-no-answer-repeats-0123456789";
export const room = "room-a";

/** What a customer sends to be let in; half of the requests have it. */
export const jwt = jsonwebtoken.sign({ apikey: "TEST-ONLY-project", permissions: ["allow_join"] }, secret, {
  noTimestamp: true,
});
export const keys: Readonly<Record<Vendor, { readonly header: string; readonly query: string }>> = {
  daily: { header: `authorization: Bearer ${secret}`, query: "" },
  metered: { header: "", query: `secretKey=${secret}` },
  videosdk: { header: `authorization: ${jwt}`, query: "" },
};
