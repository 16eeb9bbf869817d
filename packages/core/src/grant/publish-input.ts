import { readBoolean } from "./fields.js";
import type { PublishRights } from "./grant.js";
import type { IssueList } from "./issues.js";
import { publishKinds } from "./kinds.js";
import { objectShape, readObject } from "./object-input.js";
import { readWordSet } from "./word-set.js";

const publishShape = objectShape<PublishRights>("rights.publish", {
  microphone: readBoolean,
  camera: readBoolean,
  screen: readBoolean,
  screenAudio: readBoolean,
  data: readBoolean,
  custom: readBoolean,
});

/**
 * The right to send. `true` and `false` set every kind of media, a list sets the listed kinds to true and the other
 * kinds of media to false, an object sets what it names. Data is set only by naming it.
 */
export function readPublish(value: unknown, path: string, issues: IssueList): PublishRights | undefined {
  if (typeof value === "boolean") {
    return { microphone: value, camera: value, screen: value, screenAudio: value, custom: value };
  }
  if (!Array.isArray(value) && (typeof value !== "object" || value === null)) {
    const cure = `Give true, false, or a list of ${publishKinds.map((kind) => `"${kind}"`).join(", ")}.`;
    issues.addWrongType(path, "true, false, a list of kinds or an object of kinds", value, cure);
    return undefined;
  }
  if (!Array.isArray(value)) return readObject(value, publishShape, issues);
  const kinds = readWordSet(value, path, publishKinds, issues);
  if (kinds === undefined) return undefined;
  return {
    microphone: kinds.includes("microphone"),
    camera: kinds.includes("camera"),
    screen: kinds.includes("screen"),
    screenAudio: kinds.includes("screenAudio"),
    ...(kinds.includes("data") ? { data: true } : {}),
    custom: kinds.includes("custom"),
  };
}
