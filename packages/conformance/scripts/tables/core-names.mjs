// Names that decide something, on the way into a token: kept to the letter, or refused.
import { model, pages } from "./core-words.mjs";

/** What the example grant says with another room, or another participant. */
const rooms = (room) => ({ room });
const people = (id) => ({ participant: { id } });

const accepted = (id, comment, grant) => ({ id, comment, flags: ["NameAsItIs"], input: { grant } });

/** A name that two systems could read differently, or that names nothing. */
const refusedNames = [
  ["empty", "an empty text", ""],
  ["nul", "a NUL inside", "u\0one"],
  ["nul-at-end", "a NUL at the end, where some programs stop reading", "u-one\0"],
  ["line-break", "a line break inside", "u\none"],
  ["delete", "a control character above the letters", "u\u007fone"],
  ["half-pair", "half of a surrogate pair", "u\ud83done"],
  ["null", "null in place of a text", null],
  ["number", "a number in place of a text", 7],
  ["list", "a list with one text", ["u-one"]],
];

const refusals = (prefix, twin, path, grantOf) =>
  refusedNames.map(([name, comment, value]) => ({
    id: `${prefix}-${name}`,
    comment,
    flags: ["NameOfTwoReadings"],
    twin,
    input: { grant: grantOf(value) },
    refused: ["grant.invalid"],
    path,
  }));

export default {
  file: "encode",
  category: "encode",
  title: "Names of rooms and participants, on the way into a token",
  groups: [
    {
      title: "The name of the room",
      op: "encode-example",
      source: model,
      spec: [pages.names],
      tests: [
        accepted("name.room", "letters, digits and hyphens", rooms("2kyv-gzay-64pf")),
        ...refusals("name.room", "name.room", "room", rooms),
      ],
    },
    {
      title: "The id of the participant",
      op: "encode-example",
      requires: ["participant.id"],
      source: model,
      spec: [pages.names],
      tests: [
        accepted("name.participant", "letters and hyphens", people("u-one")),
        ...refusals("name.participant", "name.participant", "participant.id", people),
      ],
    },
  ],
};
