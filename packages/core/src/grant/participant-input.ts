import type { Participant } from "./grant.js";
import type { IssueList } from "./issues.js";
import { readJson } from "./json-input.js";
import { objectShape, readObject } from "./object-input.js";
import { readName, readText } from "./text-input.js";

const participantShape = objectShape<Participant>(
  "participant",
  {
    id: readName,
    name: readText,
    email: readText,
    avatarUrl: readText,
    metadata: readJson,
  },
  ["name", "email", "avatarUrl", "metadata"],
);

/** Who is let in; only the id is checked as something that is decided by. */
export function readParticipant(value: unknown, _path: string, issues: IssueList): Participant | undefined {
  return readObject(value, participantShape, issues);
}
