// LiveKit: every right of every holder.
import { claims, grant, identity, moderating, pages, sending } from "./livekit-facts.mjs";
import { each, media, moderation, warning } from "./words.mjs";

const silent = {
  ...each("rights.publish", [...media, "data"], "default(allow)"),
  "rights.subscribe": "default(allow)",
  "rights.visible": "default(allow)",
  ...each("rights.moderate", moderation, "default(deny)"),
  "rights.admit": "default(deny)",
  "rights.record": "default(deny)",
  "rights.livestream": "default(deny)",
  "rights.transcribe": "default(deny)",
};
const tracks = (value, kinds = media) => each("rights.publish", kinds, value);
const admin = { ...each("rights.moderate", moderation, "allow"), "rights.transcribe": "default(deny), liftable" };

const holder = (id, comment, video, says, rights, others = {}) => ({
  id: `everything-${id}`,
  comment,
  flags: ["VendorDefault", ...(others.flags ?? [])],
  ...(others.twin === undefined ? {} : { twin: others.twin }),
  claims: claims(video, { name: id }),
  grant: grant({
    participant: { id: identity, name: id },
    ...(says === undefined ? {} : { rights: says }),
    ...others.says,
  }),
  residue: null,
  findings: others.findings ?? [],
  authority: { rights: { ...silent, ...rights } },
});

const lifts = [warning("livekit.admin-lifts-limits", "video.roomAdmin")];
const inHand = (path) => [warning("livekit.server-rights-with-join", path)];
const bothPurposes = { purpose: ["api", "participant"] };

const oneSource = (source, kind) =>
  holder(
    `source-${kind.toLowerCase()}`,
    `${source} alone`,
    { canPublishSources: [source] },
    { publish: { ...sending(false), [kind]: true } },
    { ...tracks("deny"), [`rights.publish.${kind}`]: "allow" },
  );

export const everyRight = {
  title: "Every right of every holder",
  spec: [pages.tokens, pages.protocolGrants, pages.serverAuth],
  tests: [
    holder("silent", "a participant of whom nothing is said", {}, undefined, {}),
    holder(
      "sends-nothing",
      "sends no track",
      { canPublish: false },
      { publish: sending(false) },
      {
        ...tracks("deny"),
        "rights.publish.data": "deny, liftable",
      },
    ),
    holder(
      "sends-no-data",
      "sends tracks and no data",
      { canPublishData: false },
      { publish: { data: false } },
      {
        "rights.publish.data": "deny",
      },
    ),
    holder(
      "sends-data",
      "sends data, said out loud",
      { canPublishData: true },
      { publish: { data: true } },
      { "rights.publish.data": "allow" },
    ),
    holder(
      "sends-data-alone",
      "sends data and nothing else",
      { canPublish: false, canPublishData: true },
      { publish: { ...sending(false), data: true } },
      {
        ...tracks("deny"),
        "rights.publish.data": "allow",
      },
    ),
    holder("sends-everything", "sends every track", { canPublish: true }, { publish: sending(true) }, tracks("allow")),
    oneSource("camera", "camera"),
    oneSource("microphone", "microphone"),
    oneSource("screen_share", "screen"),
    oneSource("screen_share_audio", "screenAudio"),
    holder(
      "receives",
      "receives, said out loud",
      { canSubscribe: true },
      { subscribe: true },
      { "rights.subscribe": "allow" },
    ),
    holder("visible", "is seen, said out loud", { hidden: false }, { visible: true }, { "rights.visible": "allow" }),
    holder("admin", "moderates", { roomAdmin: true }, moderating, admin),
    holder("admin-false", "moderates nobody, said out loud", { roomAdmin: false }, undefined, {}),
    holder(
      "admin-hidden",
      "moderates unseen, until it says otherwise",
      { roomAdmin: true, hidden: true },
      { ...moderating, visible: false },
      {
        ...admin,
        "rights.visible": "deny, liftable",
      },
      { findings: lifts },
    ),
    holder(
      "admin-silent-data",
      "moderates, and sends no tracks",
      { roomAdmin: true, canPublish: false },
      { ...moderating, publish: sending(false) },
      {
        ...admin,
        ...tracks("deny, liftable"),
        "rights.publish.data": "deny, liftable",
      },
      { findings: lifts },
    ),
    holder(
      "admin-receives-nothing",
      "moderates, and receives nothing",
      { roomAdmin: true, canSubscribe: false },
      { ...moderating, subscribe: false },
      {
        ...admin,
        "rights.subscribe": "deny, liftable",
      },
      { findings: lifts },
    ),
    holder(
      "admin-no-data",
      "moderates, and sends no data",
      { roomAdmin: true, canPublishData: false },
      { ...moderating, publish: { data: false } },
      {
        ...admin,
        "rights.publish.data": "deny, liftable",
      },
      { findings: lifts },
    ),
    holder(
      "admin-gives",
      "moderates, and sends what is listed",
      { roomAdmin: true, canPublish: true, canSubscribe: true, hidden: false },
      {
        ...moderating,
        publish: sending(true),
        subscribe: true,
        visible: true,
      },
      { ...admin, ...tracks("allow"), "rights.subscribe": "allow", "rights.visible": "allow" },
    ),
    holder(
      "records",
      "joins, and records every room",
      { roomRecord: true },
      undefined,
      {
        "rights.record": "possible",
        "rights.livestream": "possible",
      },
      { says: bothPurposes, findings: inHand("video.roomRecord") },
    ),
    holder("records-not", "joins, and records nothing, said out loud", { roomRecord: false }, undefined, {}),
  ],
};
