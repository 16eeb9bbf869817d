// The claims of a token whose form and signature are good.
import { accept, jwt, model, pages, refuse } from "./core-words.mjs";

const account = {
  title: "The account",
  source: model,
  spec: ["https://www.rfc-editor.org/rfc/rfc8725#section-3.8"],
  tests: [
    refuse(
      "claims.other-account",
      "of another account, signed with the right key",
      ["OtherAccount"],
      "plain",
      { tenant: "other-account" },
      ["policy.tenant"],
    ),
    refuse(
      "claims.no-account",
      "of no account, signed with the right key",
      ["OtherAccount"],
      "plain",
      { tenant: null },
      ["policy.tenant", "claims.invalid"],
    ),
    refuse("claims.empty", "without any claim", ["OtherAccount"], "plain", { claims: { text: "{}" } }, [
      "policy.tenant",
      "claims.invalid",
      "claims.missing-expiry",
    ]),
  ],
};

/** Values of other JSON types, by what the claim should be. */
const notText = [
  ["number", "a number", 7],
  ["true", "true", true],
  ["list", "a list", ["standup"]],
  ["object", "an object", { name: "standup" }],
  ["null", "null", null],
];
const notSwitch = [
  ["number", "a number", 7],
  ["text", "a text that says no", "false"],
  ["object", "an object", { on: true }],
  ["null", "null", null],
];

const wrongTypes = (path, slug, name, values) =>
  values.map(([id, comment, value]) =>
    refuse(
      `claims.${slug}-${id}`,
      `${comment} in place of ${name}`,
      ["WrongType"],
      "plain",
      { claims: { paths: { [path]: value } } },
      ["claims.invalid", "claims.unknown-value"],
    ),
  );

const types = {
  title: "Claims of another type than documented",
  source: model,
  spec: [pages.jwt],
  tests: [
    ...wrongTypes("room", "room", "the room", [...notText, ["empty", "an empty text", ""]]),
    ...wrongTypes("participant.id", "participant", "the participant's id", notText),
    ...wrongTypes("participant.name", "name", "the participant's name", notText.slice(0, 4)),
    ...wrongTypes("rights.moderate.media", "moderator", "what makes a moderator", notSwitch),
    ...wrongTypes("rights.publish.camera", "camera", "the right to send", [notSwitch[0], notSwitch[1]]),
    ...wrongTypes("rights.subscribe", "subscribe", "the right to receive", [notSwitch[0], notSwitch[1]]),
    ...wrongTypes("rights.record", "record", "the right to record", [notSwitch[0], notSwitch[2]]),
    ...wrongTypes("entry", "entry", "how somebody enters", notSwitch),
    ...wrongTypes("purpose", "purpose", "the purpose", notSwitch),
  ],
};

const unsafe = [
  ["nul", "a NUL", "stand\0up"],
  ["line-break", "a line break", "stand\nup"],
  ["escape", "an escape character", "stand\u001b[2Jup"],
  ["surrogate", "half of a surrogate pair", "stand\ud83dup"],
];

const names = {
  title: "Names that two systems could read differently",
  source: model,
  spec: ["https://www.rfc-editor.org/rfc/rfc8259#section-8.2"],
  tests: [
    ...unsafe.map(([id, comment, value]) =>
      refuse(
        `claims.room-${id}`,
        `${comment} in the room's name`,
        ["UnsafeName"],
        "plain",
        { claims: { paths: { room: value } } },
        ["claims.invalid"],
      ),
    ),
    ...unsafe.map(([id, comment, value]) =>
      refuse(
        `claims.participant-${id}`,
        `${comment} in the participant's id`,
        ["UnsafeName"],
        "plain",
        { claims: { paths: { "participant.id": value } } },
        ["claims.invalid"],
      ),
    ),
  ],
};

const more = {
  title: "Members that nobody documents",
  source: jwt,
  spec: [pages.jwt],
  tests: [
    accept("claims.unknown-member", "a member that nobody documents", ["UnknownMember"], {
      claims: { members: { "x-anything": { deep: [1, null, "a"] } } },
    }),
    accept("claims.token-id", "a token's id, of the registered name", ["UnknownMember"], {
      claims: { members: { jti: "b8c1" } },
    }),
  ],
};

export default {
  file: "verify-claims",
  category: "verify",
  title: "Claims of another account, of another type, or with names that are none",
  groups: [account, types, names, more],
};
