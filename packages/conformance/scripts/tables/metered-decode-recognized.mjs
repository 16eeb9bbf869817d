// Metered: what makes a token certainly, likely or possibly Metered's, and what speaks against it. The service adds the
// app's name to every token; request fields may stand in anybody's `data`.
import { appName, pages } from "./metered-facts.mjs";
import { certain, each, likely, no, possible } from "./recognized-words.mjs";
import { expiresAt, issuedAt as iat } from "./words.mjs";

/** Fields of the request, and what the service adds, that nobody else is known to have. */
const fields = {
  roomName: "standup",
  globalToken: true,
  isAdmin: true,
  externalUserId: "user-7",
  expireUnixSec: expiresAt,
  notBeforeUnixSec: iat,
  ejectAfterElapsedTimeInSec: 600,
  joinVideoOn: true,
  joinAudioOn: true,
  disableVideo: true,
  disableAudio: true,
  disableScreenSharing: true,
  meteredParticipantId: "9b2f7a60-1f5e-4c55-9d44-2b1a7c0f0001",
};

/** Fields that any vendor may have. */
const common = { name: "Ada", email: "ada@example.org", meta: "front row" };

/** Metered's tokens for realtime messaging, which join no meeting. */
const messaging = { peerId: "p-1", channels: ["lobby"] };

const inside = (data) => ({ data, iat });
const whole = { globalToken: true, appName };

export const recognized = {
  op: "recognize",
  title: "Whose a token is",
  spec: [pages.guide, pages.mint],
  tests: [
    certain("printed-shape", "the shape that the vendor prints", inside(whole)),
    certain("app-alone", "the app's name alone, which the service always adds", { data: { appName } }),
    certain("with-participant-id", "with the id that the service adds today", inside({ ...whole, ...fields })),
    certain("other-claims", "whatever else stands beside `data`", { data: whole, sub: "u_1", exp: expiresAt }),
    ...each(likely, "field", "a field of Metered's without the app's name", fields, inside),
    ...each(likely, "beside-name", "the same beside a name", fields, (field) => inside({ name: "Ada", ...field })),
    likely("app-no-text", "an app's name that is no text is no mark", inside({ globalToken: true, appName: 5 })),
    ...each(possible, "common", "a field that anybody may have", common, inside),
    possible("common-all", "all of these fields", inside(common)),
    no("nothing", "a token that says nothing", {}),
    no("data-empty", "a `data` without members", inside({})),
    no("data-of-others", "a `data` with members of somebody else", inside({ foo: 1, appname: appName })),
    no("app-no-text-alone", "an app's name that is no text, alone", inside({ appName: 5 })),
    no("data-text", "a `data` that is a text", inside("appName")),
    no("data-list", "a `data` that is a list", inside([whole])),
    no("data-null", "a `data` that is null", inside(null)),
    no("fields-outside", "Metered's fields, but not inside `data`", { roomName: "standup", appName, iat }),
    ...each(no, "messaging", "a member of messaging tokens", messaging, (field) => inside({ ...whole, ...field })),
    ...each(no, "messaging-beside", "the same beside `data`", messaging, (field) => ({ ...inside(whole), ...field })),
  ],
};
