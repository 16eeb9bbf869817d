import { isObject } from "../grant/is-object.js";
import type { GrantPath } from "../grant/right-path.js";

/** A selection without the ids of the senders that it names: how many they are is all that a report needs. */
function shownSelection(value: Readonly<Record<string, unknown>>): unknown {
  const { selection, ...rest } = value;
  if (!isObject(selection)) return value;
  const { byParticipantId, ...shown } = selection;
  const senders = isObject(byParticipantId) ? Object.keys(byParticipantId).length : 0;
  return { ...rest, selection: senders === 0 ? shown : { ...shown, senders } };
}

/** A component's value as reports and comparisons show it. Ids are personal data, and reports end up in logs. */
export function shownValue(path: GrantPath, value: unknown): unknown {
  if (path === "participant.id") return value === null ? "unbound" : "bound";
  return path === "rights.subscribe" && isObject(value) ? shownSelection(value) : value;
}
