import type { Finding } from "@roompass/core/adapter";
import { type NearestName, plainForm } from "@roompass/core/kit";
import { isPlainName } from "./plain-name.js";
import { propertyNames, type VideosdkPropertyName } from "./properties.js";

/** Names that people write into tokens and that VideoSDK does not have there, in plain form. */
const confusedNames: Readonly<Record<string, string>> = {
  meetingid: "Did you mean `roomId`?",
  room: "Did you mean `roomId`?",
  peerid: "Did you mean `participantId`? The vendor's sample servers call their input `peerId`.",
  userid: "Did you mean `participantId`?",
  participant: "Did you mean `participantId`?",
  grants: "Did you mean `permissions`?",
  grant: "Did you mean `permissions`?",
  expiresat: "Did you mean `exp`?",
  expiresin: "Did you mean `exp`? It is an instant in unix seconds.",
  notbefore: "Did you mean `nbf`?",
  issuedat: "Did you mean `iat`?",
  allowjoin: "Did you mean the value `allow_join` in the list `permissions`?",
  askjoin: "Did you mean the value `ask_join` in the list `permissions`?",
  allowmod: "Did you mean the value `allow_mod` in the list `permissions`?",
  allowlivestream: "VideoSDK has no such permission; live streaming is started through its server API.",
  name: "Pass it to the client as `name`: a VideoSDK token does not carry it.",
  participantname: "Pass it to the client as `name`: a VideoSDK token does not carry it.",
  metadata: "Pass it to the client as `metaData`: a VideoSDK token does not carry it.",
  mode: "Pass it to the client as `mode`: a VideoSDK token does not carry it.",
  micenabled: "Pass it to the client as `micEnabled`: a VideoSDK token does not carry it.",
  webcamenabled: "Pass it to the client as `webcamEnabled`: a VideoSDK token does not carry it.",
};

/**
 * What to tell somebody about a claim that VideoSDK does not have; `undefined` when the name suggests nothing.
 *
 * @param present The documented claims that the token has: a name beside them is no slip for one of them.
 */
export function reportUnknownClaim(
  name: string,
  present: ReadonlySet<VideosdkPropertyName>,
  nearest: NearestName,
): Finding | undefined {
  if (!isPlainName(name)) return undefined;
  const cure = suggestion(name, present, nearest);
  if (cure === undefined) return undefined;
  return {
    id: "lint.unknown-claim",
    severity: "warning",
    path: name,
    message: `\`${name}\` is not a claim of VideoSDK and has no documented effect.`,
    cure,
  };
}

function suggestion(
  name: string,
  present: ReadonlySet<VideosdkPropertyName>,
  nearest: NearestName,
): string | undefined {
  const plain = plainForm(name);
  if (Object.hasOwn(confusedNames, plain)) return confusedNames[plain];
  const near = nearest(name, propertyNames);
  if (near === undefined || (present.has(near) && plainForm(near) !== plain)) return undefined;
  return `Did you mean \`${near}\`?`;
}
