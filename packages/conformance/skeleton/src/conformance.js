// @ts-check
import { adapter } from "./adapter.js";

/**
 * What the suite examines. An adapter that is issued and checked in the usual way needs no more; a vendor that mints by
 * request brings `plan`, and where only the vendor can check a token it brings `verify`.
 *
 * @type {import("@roompass/conformance").Subject}
 */
export const subject = {
  adapter,
  // YOURS: an account and a grant of the form that the vendor takes. The times are those of the vectors.
  example: {
    tenant: "account-1",
    grant: { room: "standup", participant: { id: "u-1" }, expiresIn: 3600 },
  },
};

export default subject;
