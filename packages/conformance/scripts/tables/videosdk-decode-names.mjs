// VideoSDK: names that people mistake for claims, and names that are nobody's mistake.
import { claims, grant, pages } from "./videosdk-facts.mjs";
import { expiresAt, misnamed, surely } from "./words.mjs";

const ofEach = (meant, ...names) => Object.fromEntries(names.map((name) => [name, meant]));

/** Claims that nobody documents: all of them survive, and those at `reported` are somebody's mistake. */
const told = (id, comment, members, reported = Object.keys(members), { without = {}, says = {} } = {}) => ({
  id,
  comment,
  flags: [reported.length > 0 ? "MisnamedClaim" : "UnknownMember"],
  claims: claims({ ...without, ...members }),
  grant: grant(says),
  unknown: members,
  findings: reported.flatMap((name) => misnamed({ [name]: meant[name] })),
  authority: { identity: surely(null), entry: surely("direct") },
});

const forScopes = {
  meetingId: "other",
  room: "other",
  peerId: "u",
  userId: "u",
  participant: "u",
  meeting_id: "other",
  peer_id: "u",
  user_id: "u",
  Participant: "u",
  Room: "other",
};
const forPermissions = {
  grants: ["allow_mod"],
  grant: "allow_mod",
  allow_join: true,
  ask_join: true,
  allowMod: true,
  allow_mod: true,
  allow_live_stream: true,
};
const forTimes = { expiresAt, expires_in: 3600, expiresIn: 3600, notBefore: 1, not_before: 1, issuedAt: 1 };
const forClients = {
  name: "Alice",
  participantName: "Alice",
  metaData: {},
  mode: "VIEWER",
  micEnabled: true,
  webcamEnabled: false,
  webcam_enabled: false,
};
const inOtherCase = { apiKey: "k", ROLES: ["crawler"], room_id: "other", participantID: "u", Version: 1, EXP: 1 };

/** What people mean by a name that VideoSDK does not have: a claim, a permission in the list, or an option of the client. */
const meant = {
  ...ofEach("roomId", "meetingId", "room", "meeting_id", "Room", "room_id", "Room_"),
  ...ofEach("participantId", "peerId", "userId", "participant", "peer_id", "user_id", "Participant"),
  participantID: "participantId",
  grants: "permissions",
  grant: "permissions",
  ...ofEach("permissions", "allow_join", "ask_join", "allow_mod"),
  allowMod: "allow_mod",
  ...ofEach("exp", "expiresAt", "expires_in", "expiresIn", "ex", "EXP"),
  ...ofEach("nbf", "notBefore", "not_before"),
  issuedAt: "iat",
  participantName: "name",
  webcam_enabled: "webcamEnabled",
  _mode: "mode",
  apiKey: "apikey",
  ROLES: "roles",
  role: "roles",
  Version: "version",
};

const longest = `Roles${"-".repeat(35)}`;

export const names = {
  title: "Names that are mistaken for claims",
  spec: [pages.authentication, pages.serverExamples],
  tests: [
    told("misnamed-scopes", "other words for a room and a participant", forScopes),
    told("misnamed-permissions", "permissions beside the list give nothing", forPermissions),
    told("misnamed-times", "other words for times", forTimes),
    told("client-settings", "what a client is told in another way", forClients),
    told("claims-in-other-case", "claims are told apart by every letter and its case", inOtherCase),
    told(
      "misspelt-beside-the-claim",
      "a name near to a claim that is there is no slip for it",
      { role: "host", permission: "all", exps: 1, versions: 1 },
      [],
    ),
    told("misspelt-role", "where the claim is not there it is one", { role: "rtc" }, ["role"], {
      without: { roles: undefined },
    }),
    told("misspelt-expiry", "a slip of the expiry leaves none", { ex: expiresAt }, ["ex"], {
      without: { exp: undefined },
      says: { expiresAt: undefined },
    }),
    told(
      "names-of-nobody",
      "names that are near to no claim are not guessed at",
      { department: "sales", tier: 1, x: 2 },
      [],
    ),
    told(
      "names-odd",
      "nor are names that are no plain words, which would be repeated in a message",
      {
        "meeting id": "other",
        " room": "other",
        "room ": "other",
        ".mode": 1,
        "9mode": 1,
        "": 1,
        "mode\n": 1,
        "mode!": 1,
      },
      [],
    ),
    told("names-plain", "a name may begin with a sign of a word", { _mode: 1, Room_: 1 }, ["_mode", "Room_"]),
    told("names-longest", "forty characters are a plain name", { [longest]: ["rtc"] }, [longest]),
    told("names-too-long", "one more is not", { [`${longest}-`]: ["rtc"] }, []),
    told(
      "unknown-values",
      "unknown claims survive with every JSON value",
      { "x-a": [], "x-b": {}, "x-c": 0, "x-d": "" },
      [],
    ),
  ],
};
