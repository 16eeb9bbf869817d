import type { Note } from "../vectors/vector.js";

/** What the flags of generated cases are about; those of vectors stand in their files. */
export const generatedNotes = {
  Undeclared: {
    bugType: "PRIVILEGE_WIDENING",
    description: "Something is asked for that the adapter's own table says no token of this vendor can hold.",
    effect: "A restriction that nobody enforces is taken for one, or a right that nobody has.",
  },
  NoPlace: {
    bugType: "DATA_LOSS",
    description: "A description or a hint has no place in this vendor's tokens. It is reported, and refuses nothing.",
    effect: "A name or a setting disappears, and nobody is told.",
  },
  Manifest: {
    bugType: "FUNCTIONALITY",
    description: "What an adapter says of itself, as data: documents, matrices and other cases are made from it.",
    effect: "Everybody who chooses a vendor by the matrix is misled.",
  },
  Declared: {
    bugType: "DATA_LOSS",
    description: "Something that the adapter's own table says a token holds is asked for, and read back.",
    effect: "A right or a limit gets lost on the way into the token.",
  },
  Purity: {
    bugType: "FUNCTIONALITY",
    description:
      "The same frozen input twice: the same output, the input unchanged, no clock, chance, network or environment.",
    effect: "Tokens differ from run to run, and one caller's data gets into another's.",
  },
  RoundTrip: {
    bugType: "DATA_LOSS",
    description: "A token read, and written again: from its claims, and from the neutral grant that it stands for.",
    effect: "A token that is read and written again has lost something, or says more than before.",
  },
  UnknownKept: {
    bugType: "DATA_LOSS",
    description: "A member that nobody knows survives reading and writing where it stood, with its value as it was.",
    effect: "A restriction that is newer than the adapter disappears from every token that passes through it.",
  },
  OwnWords: {
    bugType: "PRIVILEGE_WIDENING",
    description:
      "A reading states what the token states, and nothing that only holds by default or by another vendor's rule.",
    effect: "A default is taken for a statement, and is written where nobody made one.",
  },
  OddClaim: {
    bugType: "PRIVILEGE_WIDENING",
    description:
      "A claim of the vendor's own with a value of another kind, or missing: it is kept as it is, or told in a finding, and what nobody can read gives nothing.",
    effect: "A token that somebody bent gives more than it says, or is quietly repaired into another one.",
  },
  RoomSetting: {
    bugType: "PRIVILEGE_WIDENING",
    description:
      "A setting of the room that `authority` reads, with a value that no vendor documents: `unreadableSettings` names it, and core refuses the question.",
    effect:
      "A restriction that is written in a new way is taken for none, and a token becomes more than its room allows.",
  },
  Contract: {
    bugType: "FUNCTIONALITY",
    description:
      "What an adapter answers beside the token has the documented form: problems with a code, a path and a cure, remedies that help, findings with an id.",
    effect: "Callers branch on what is not there, or follow advice that changes nothing.",
  },
  Extension: {
    bugType: "DATA_LOSS",
    description:
      "What a grant says to one vendor alone is written as it was said, or refused: unknown names, other kinds of values, and what the neutral model has.",
    effect: "A restriction that was asked for is not in the token, or a right comes in past every check.",
  },
  Join: {
    bugType: "DATA_LOSS",
    description: "What the table moves out of the token into the client's hands is what the client is told to pass.",
    effect: "A report says that something goes to the client, and nobody gives it to the client.",
  },
  Recognized: {
    bugType: "AUTH_BYPASS",
    description: "An adapter knows its own vendor's tokens, and is not certain about anybody else's.",
    effect: "A token is read by the wrong rules.",
  },
  SecretLeak: {
    bugType: "SECRET_LEAK",
    description:
      "A refusal shows nothing of a key and nothing of the token: not in its message, its stack, as JSON or to `inspect`.",
    effect: "Keys and tokens end up in logs, where many can read them.",
  },
  FieldMatrix: {
    bugType: "PRIVILEGE_WIDENING",
    description:
      "One field on its way to another vendor: accepted exactly where nothing is wider by the suite's own order, and everything that is not the same is reported.",
    effect: "A restriction gets lost between two vendors, or a right is lost without a word.",
  },
  Trap: {
    bugType: "PRIVILEGE_WIDENING",
    description: "A way in which real translators have let tokens come out stronger than they went in.",
    effect: "Somebody may do at the new vendor what the old token forbade.",
  },
  RandomGrant: {
    bugType: "PRIVILEGE_WIDENING",
    description:
      "Random tokens on their way to another vendor, held against the suite's own order and against every law; the smallest one that breaks any of it is shown as a vector.",
    effect: "Two fields that are right alone widen a token together.",
  },
  Monotone: {
    bugType: "PRIVILEGE_WIDENING",
    description: "What is taken from a token never adds anything to what the token becomes.",
    effect: "A guest who was given less ends up with more.",
  },
  StrictPolicy: {
    bugType: "PRIVILEGE_WIDENING",
    description: "`strict` refuses whatever is only assumed or advisory, and changes nothing else.",
    effect: "A caller who asked for certainty gets a guess.",
  },
} as const satisfies Readonly<Record<string, Note>>;

export type GeneratedFlag = keyof typeof generatedNotes;

/** The flag of a generated case, with its note. */
export const flagged = (name: GeneratedFlag): readonly { readonly name: string; readonly note: Note }[] => [
  { name, note: generatedNotes[name] },
];
