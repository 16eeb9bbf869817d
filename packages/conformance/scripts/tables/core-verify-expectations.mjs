// What the caller expects beyond a good token.
import { accept, model, pages, refuse } from "./core-words.mjs";

const own = (path) => ({ $example: path });
const expecting = (expectations) => ({ input: { expectations } });
const unbound = { claims: { removePaths: ["participant.id"] } };

const room = {
  title: "The expected room",
  source: model,
  spec: [pages.substitution],
  tests: [
    accept("expectations.room", "for the expected room", ["ExpectedRoom"], {}, expecting({ room: own("room") })),
    ...[
      ["other", "for another room", "another-room"],
      ["prefix", "for a room whose name only begins like this", "2kyv-gzay"],
      ["longer", "for a room whose name only begins the expected one", "2kyv-gzay-64pg-2"],
      ["any", "no name is a pattern", "*"],
      ["blank", "no name is trimmed", " 2kyv-gzay-64pg"],
    ].map(([id, comment, value]) =>
      refuse(
        `expectations.room-${id}`,
        comment,
        ["ExpectedRoom"],
        "expectations.room",
        {},
        ["policy.room"],
        expecting({ room: value }),
      ),
    ),
  ],
};

const participant = {
  title: "The expected participant",
  source: model,
  spec: [pages.substitution],
  tests: [
    accept(
      "expectations.participant",
      "bound to the expected participant",
      ["ExpectedParticipant"],
      {},
      { ...expecting({ participantId: own("participant.id") }), requires: ["claim.participant.id"] },
    ),
    ...[
      ["other", "bound to another participant", "u-2"],
      ["prefix", "bound to somebody whose id only begins like this", "u"],
      ["capital", "ids are compared letter by letter", "U-1"],
    ].map(([id, comment, value]) =>
      refuse(
        `expectations.participant-${id}`,
        comment,
        ["ExpectedParticipant"],
        "expectations.participant",
        {},
        ["policy.participant"],
        { ...expecting({ participantId: value }), requires: ["claim.participant.id"] },
      ),
    ),
    refuse(
      "expectations.participant-unbound",
      "bound to nobody, while somebody is expected",
      ["ExpectedParticipant"],
      "expectations.participant",
      unbound,
      // A vendor whose tokens always name somebody refuses it anyway.
      ["policy.participant", "claims.invalid"],
      expecting({ participantId: own("participant.id") }),
    ),
    refuse(
      "expectations.participant-empty",
      "an empty id binds nobody",
      ["ExpectedParticipant"],
      "expectations.participant",
      { claims: { paths: { "participant.id": "" } } },
      ["policy.participant", "claims.invalid"],
      expecting({ participantId: own("participant.id") }),
    ),
  ],
};

const purpose = {
  title: "The expected purpose",
  source: model,
  spec: ["https://www.rfc-editor.org/rfc/rfc8725#section-3.12"],
  tests: [
    accept(
      "expectations.purpose",
      "a participant's token for a participant",
      ["ExpectedPurpose"],
      {},
      expecting({ purpose: "participant" }),
    ),
    refuse(
      "expectations.purpose-api",
      "a participant's token for the server API",
      ["ExpectedPurpose"],
      "expectations.purpose",
      {},
      ["policy.purpose"],
      expecting({ purpose: "api" }),
    ),
  ],
};

const both = {
  title: "Several expectations together",
  source: model,
  spec: [pages.substitution],
  tests: [
    accept(
      "expectations.all",
      "all that is expected",
      ["ExpectedRoom", "ExpectedParticipant"],
      {},
      {
        ...expecting({ room: own("room"), participantId: own("participant.id"), purpose: "participant" }),
        requires: ["claim.participant.id"],
      },
    ),
    refuse(
      "expectations.one-of-two",
      "the expected participant in another room",
      ["ExpectedRoom", "ExpectedParticipant"],
      "expectations.all",
      {},
      ["policy.room"],
      {
        ...expecting({ room: "another-room", participantId: own("participant.id"), purpose: "participant" }),
        requires: ["claim.participant.id"],
      },
    ),
  ],
};

const misused = [
  ["room-empty", "an empty room", { room: "" }],
  ["room-null", "null as the room", { room: null }],
  ["room-list", "a list of rooms", { room: ["2kyv-gzay-64pg"] }],
  ["participant-empty", "an empty participant", { participantId: "" }],
  ["participant-null", "null as the participant", { participantId: null }],
  ["purpose-unknown", "a purpose that does not exist", { purpose: "admin" }],
  ["unknown", "a misspelt expectation", { roomName: "2kyv-gzay-64pg" }],
  ["switch-text", "a text in place of a switch", { allowNoExpiry: "false" }],
];

const empty = {
  title: "Expectations that are none",
  source: model,
  spec: [pages.substitution],
  tests: [
    ...misused.map(([id, comment, expectations]) =>
      refuse(
        `expectations.misused-${id}`,
        comment,
        ["EmptyExpectation"],
        "expectations.room",
        {},
        ["provider.settings"],
        expecting(expectations),
      ),
    ),
    ...[
      ["tolerance-negative", "a negative tolerance", -1],
      ["tolerance-text", "a tolerance as a text", "30"],
      ["tolerance-null", "null as the tolerance", null],
    ].map(([id, comment, clockToleranceSeconds]) =>
      refuse(
        `expectations.misused-${id}`,
        comment,
        ["EmptyExpectation"],
        "plain",
        {},
        ["clock.invalid"],
        expecting({ clockToleranceSeconds }),
      ),
    ),
  ],
};

export default {
  file: "verify-expectations",
  category: "verify",
  title: "Good tokens that are not what the caller expects",
  groups: [room, participant, purpose, both, empty],
};
