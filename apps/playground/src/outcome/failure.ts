import { RoompassError } from "@roompass/core";
import type { OutcomeFailure } from "./outcome.js";

/** An error as the page shows it. Messages of the library hold no secret and no token; of others nothing is shown. */
export function failureOf(error: unknown): OutcomeFailure {
  if (RoompassError.isInstance(error)) return { code: error.code, message: error.message, cure: error.cure };
  if (globalThis.isSecureContext === false) {
    const cure = "Open it over https, or on this machine under localhost.";
    return { code: "page.insecure", message: "The browser signs nothing on a page that came unencrypted.", cure };
  }
  const cure = "Reload the page; if it happens again, it is a mistake of this page.";
  return { code: "page.unexpected", message: "Something went wrong that should not.", cure };
}
