import type { Finding } from "@roompass/core/adapter";
import { nearestName, plainForm } from "@roompass/core/kit";
import { claimNames, groupReaders } from "./claim-readers.js";
import { isPlainName } from "./plain-name.js";
import type { LivekitGroupName } from "./properties.js";

const videoNames: readonly string[] = Object.keys(groupReaders.video);

/** Names that people write beside `video` and that mean something else, in plain form. */
const confusedNames: Readonly<Record<string, string>> = {
  identity: "Did you mean `sub`? LiveKit's servers do not read `identity`.",
  userid: "Did you mean `sub`?",
  participantid: "Did you mean `sub`?",
  username: "Did you mean `name`?",
  grants: "Did you mean `video`?",
  videogrant: "Did you mean `video`?",
  ttl: "Did you mean `exp`? It is an instant in unix seconds.",
  expiresin: "Did you mean `exp`? It is an instant in unix seconds.",
  expiresat: "Did you mean `exp`?",
  notbefore: "Did you mean `nbf`?",
  issuedat: "Did you mean `iat`?",
  apikey: "Did you mean `iss`?",
  roomname: "Did you mean `video.room`?",
};

/** The same inside `video`. */
const confusedVideoNames: Readonly<Record<string, string>> = {
  roomname: "Did you mean `video.room`?",
  join: "Did you mean `video.roomJoin`?",
  admin: "Did you mean `video.roomAdmin`?",
  canupdatemetadata: "Did you mean `video.canUpdateOwnMetadata`?",
  publishsources: "Did you mean `video.canPublishSources`?",
};

function warning(path: string, cure: string): Finding {
  return {
    id: "lint.unknown-claim",
    severity: "warning",
    path,
    message: `\`${path}\` is not a claim of LiveKit and has no documented effect.`,
    cure,
  };
}

function suggestion(
  name: string,
  confused: Readonly<Record<string, string>>,
  known: readonly string[],
  present: ReadonlySet<string>,
  prefix: string,
): string | undefined {
  const plain = plainForm(name);
  if (Object.hasOwn(confused, plain)) return confused[plain];
  const near = nearestName(name, known);
  if (near === undefined || (present.has(near) && plainForm(near) !== plain)) return undefined;
  return `Did you mean \`${prefix}${near}\`?`;
}

/**
 * What to tell somebody about a claim that LiveKit does not have; `undefined` when the name suggests nothing.
 *
 * @param claims All claims of the token: a name beside the right one is no slip for it.
 */
export function reportUnknownClaim(name: string, claims: Readonly<Record<string, unknown>>): Finding | undefined {
  // LiveKit's Go package writes the identity twice.
  if (!isPlainName(name) || (name === "identity" && claims["identity"] === claims["sub"])) return undefined;
  const inVideo = videoNames.find((candidate) => candidate !== "agent" && plainForm(candidate) === plainForm(name));
  const cure =
    inVideo === undefined
      ? suggestion(name, confusedNames, claimNames, new Set(Object.keys(claims)), "")
      : `Did you mean \`video.${inVideo}\`?`;
  return cure === undefined ? undefined : warning(name, cure);
}

/** The same for a member of a claim that has members. */
export function reportUnknownMember(
  group: LivekitGroupName,
  name: string,
  members: Readonly<Record<string, unknown>>,
): Finding | undefined {
  if (!isPlainName(name)) return undefined;
  const confused = group === "video" ? confusedVideoNames : {};
  const known = Object.keys(groupReaders[group]);
  const cure = suggestion(name, confused, known, new Set(Object.keys(members)), `${group}.`);
  return cure === undefined ? undefined : warning(`${group}.${name}`, cure);
}
