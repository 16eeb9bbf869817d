import { readCapture } from "./capture-input.js";
import { readBoolean } from "./fields.js";
import type { ModerateRights, Rights } from "./grant.js";
import type { IssueList } from "./issues.js";
import { objectShape, readObject } from "./object-input.js";
import { readPublish } from "./publish-input.js";
import { readSubscribe } from "./subscribe-input.js";

const moderateShape = objectShape<ModerateRights>("rights.moderate", {
  media: readBoolean,
  remove: readBoolean,
  permissions: readBoolean,
});

const rightsShape = objectShape<Rights>("rights", {
  publish: readPublish,
  subscribe: readSubscribe,
  visible: readBoolean,
  moderate: readModerate,
  admit: readBoolean,
  record: readCapture,
  livestream: readCapture,
  transcribe: readCapture,
});

/** Shorthand written out; a right that is not named stays absent. */
export function readRights(value: unknown, _path: string, issues: IssueList): Rights | undefined {
  return readObject(value, rightsShape, issues);
}

function readModerate(value: unknown, path: string, issues: IssueList): ModerateRights | undefined {
  if (typeof value === "boolean") return { media: value, remove: value, permissions: value };
  if (typeof value === "object" && value !== null) return readObject(value, moderateShape, issues);
  issues.addWrongType(
    path,
    "true, false or an object",
    value,
    "Give true, false, or some of `{ media, remove, permissions }`.",
  );
  return undefined;
}
