// LiveKit: names that people mistake for claims, and names that are nobody's mistake.
import { claims, grant, identity, pages } from "./livekit-facts.mjs";
import { expiresAt, surely, warning } from "./words.mjs";

const misnamed = (path) => warning("lint.unknown-claim", path);

const beside = (id, comment, members, reported = Object.keys(members), { without = {}, says = {} } = {}) => ({
  id,
  comment,
  flags: [reported.length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: claims({}, { ...without, ...members }),
  grant: grant(says),
  unknown: members,
  findings: reported.map(misnamed),
  authority: { identity: surely(identity) },
});

const inside = (id, comment, members, reported = Object.keys(members)) => ({
  id,
  comment,
  flags: [reported.length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: claims(members),
  grant: grant(),
  unknown: { video: members },
  findings: reported.map((name) => misnamed(`video.${name}`)),
  authority: { rights: { "rights.publish.camera": "default(allow)", "rights.moderate.media": "default(deny)" } },
});

const longest = `ident${"-".repeat(32)}ity`;

export const names = {
  title: "Names that are mistaken for claims",
  spec: [pages.tokens, pages.protocolGrants],
  tests: [
    beside("misnamed-claims", "other words for claims", {
      userId: "u",
      participant_id: "u",
      userName: "Alice",
      grants: {},
      videoGrant: {},
      ttl: 3600,
      expiresIn: 3600,
      expires_at: expiresAt,
      notBefore: 1,
      issuedAt: 1,
      apiKey: "k",
      roomName: "retro",
    }),
    beside("grants-beside-video", "what stands beside `video` gives nothing", {
      room: "retro",
      roomJoin: true,
      roomAdmin: true,
      room_admin: true,
      canSubscribe: false,
      can_publish_data: false,
      hidden: true,
      recorder: true,
      roomCreate: true,
      canPublishSources: ["camera"],
    }),
    beside("claims-in-other-case", "claims are told apart by every letter and its case", {
      SUB: "u",
      Metadata: "x",
      room_config: {},
      room_preset: "a",
      kind_details: [],
    }),
    beside(
      "misspelt-beside-the-claim",
      "a name near to a claim that is there is no slip for it",
      { subb: "u", expp: 1, vide: {} },
      [],
    ),
    beside("misspelt-absent", "where the claim is not there it is one", { metadat: "x", atributes: {} }),
    beside("identity-same", "the identity once more, as the Go package writes it", { identity }, []),
    beside("identity-another", "another identity is none", { identity: "u_3" }),
    beside("names-of-nobody", "names that are near to no claim", { department: "sales", "x-tier": 1 }, []),
    beside(
      "names-odd",
      "names that are no plain words are not guessed at",
      { "user id": "u", "room!": "x", ".room": "x", "": 1, "ttl\n": 1 },
      [],
    ),
    inside("misnamed-grants", "other words for grants", {
      roomName: "retro",
      join: true,
      admin: true,
      canUpdateMetadata: true,
      publishSources: ["camera"],
    }),
    inside("grants-in-other-case", "grants are written in camel case", {
      room_join: true,
      RoomAdmin: true,
      can_subscribe: false,
      can_publish_sources: [],
      Hidden: true,
      ingress_admin: true,
    }),
    inside("misspelt-grants", "slips of grants", { canPublsh: false, canSubscrbe: false, roomAdmn: true, hiden: true }),
    inside("grants-of-nobody", "names that are near to no grant", { canFly: true, maxBitrate: 7, "x-zone": 1 }, []),
    inside(
      "grants-odd",
      "names that are no plain words are not guessed at",
      { "can publish": false, "roomAdmin!": true, "": 1 },
      [],
    ),
    {
      id: "members-of-groups",
      comment: "members of other claims that nobody knows survive where they stood",
      flags: ["MisnamedClaim", "UnknownMember"],
      claims: claims(
        {},
        {
          sip: { call: false, Admin: true, zz: 1 },
          agent: { admins: true, createsimulation: 1 },
          observability: { read: true },
        },
      ),
      grant: grant(),
      residue: null,
      unknown: {
        sip: { Admin: true, zz: 1 },
        agent: { admins: true, createsimulation: 1 },
        observability: { read: true },
      },
      findings: [misnamed("sip.Admin"), misnamed("agent.admins"), misnamed("agent.createsimulation")],
    },
    beside("names-longest", "forty characters are a plain name", { [longest]: "u" }),
    beside("names-too-long", "one more is not", { [`${longest}-`]: "u" }, []),
    beside(
      "unknown-values",
      "unknown claims survive with every JSON value",
      { "x-a": null, "x-b": [], "x-c": {}, "x-d": 0, "x-e": "" },
      [],
    ),
  ],
};
