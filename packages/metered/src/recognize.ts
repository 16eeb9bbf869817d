import type { Evidence, Recognition } from "@roompass/core/adapter";
import { isObject } from "@roompass/core/kit";
import { bodyFieldTypes } from "./properties.js";

/** Fields of Metered's other token, for realtime messaging, which is nobody's meeting token. */
const messagingFields = ["peerId", "channels"];

/** Field names that any vendor may use. */
const commonFields: ReadonlySet<string> = new Set(["name", "email", "meta"]);

const marks = ["globalToken", "roomName", "meteredParticipantId"];

/** Whether a token looks like one of Metered's: request fields inside `data`, with the app's name that the service adds. */
export function recognize({ claims }: Evidence): Recognition | undefined {
  const data = Object.hasOwn(claims, "data") ? claims["data"] : undefined;
  if (!isObject(data)) return undefined;
  if (messagingFields.some((name) => Object.hasOwn(claims, name) || Object.hasOwn(data, name))) return undefined;
  const has = (name: string): boolean => Object.hasOwn(data, name);
  if (has("appName") && typeof data["appName"] === "string") {
    const found = ["appName", ...marks.filter(has)].map((name) => `\`data.${name}\``);
    return { confidence: "certain", reason: `It has ${found.join(", ")}, which only Metered writes.` };
  }
  const fields = [...Object.keys(bodyFieldTypes), "meteredParticipantId"].filter(has);
  if (fields.length === 0) return undefined;
  return fields.every((name) => commonFields.has(name))
    ? { confidence: "possible", reason: "`data` has fields that Metered's tokens have, and others' as well." }
    : { confidence: "likely", reason: "`data` has the fields of Metered's token request, without the app's name." };
}
