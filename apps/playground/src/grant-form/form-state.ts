import { type GrantPath, rightPaths } from "@roompass/core";

type RightPath = Extract<GrantPath, `rights.${string}`>;

/** Says yes, says no, or says nothing. */
export type Choice = "" | "yes" | "no";

/** What somebody has typed and chosen, as it stands in the fields. */
export interface FormState {
  readonly everyRoom: boolean;
  readonly room: string;
  readonly participantId: string;
  readonly participantName: string;
  /** Local date and time, as the field gives it; empty = no beginning; `halfTyped`, which is none. */
  readonly notBefore: string;
  readonly ends: "in" | "at" | "never";
  readonly expiresIn: string;
  readonly expiresAt: string;
  /** Seconds after joining; empty = nothing said. */
  readonly maxSeconds: string;
  readonly endsAtExpiry: boolean;
  readonly entry: "" | "direct" | "ask";
  readonly rights: Readonly<Record<RightPath, Choice>>;
}

/** In place of a date and time of which only a part was typed: no time, so that the grant is wrong there. */
export const halfTyped = "half typed";

export const formRights: readonly RightPath[] = rightPaths;

function choices(chosen: Partial<Record<RightPath, Choice>>): FormState["rights"] {
  return Object.fromEntries(rightPaths.map((path) => [path, chosen[path] ?? ""])) as Record<RightPath, Choice>;
}

export const blankForm: FormState = {
  everyRoom: false,
  room: "",
  participantId: "",
  participantName: "",
  notBefore: "",
  ends: "in",
  expiresIn: "1h",
  expiresAt: "",
  maxSeconds: "",
  endsAtExpiry: false,
  entry: "",
  rights: choices({}),
};

/** What the form begins with: somebody who takes part, and whom no two vendors' tokens say in the same way. */
export const exampleForm: FormState = {
  ...blankForm,
  room: "standup",
  participantId: "u_1",
  participantName: "Alice",
  entry: "direct",
  rights: choices({
    "rights.publish.microphone": "yes",
    "rights.publish.camera": "yes",
    "rights.subscribe": "yes",
    "rights.admit": "no",
  }),
};

const host: FormState = {
  ...exampleForm,
  rights: choices({
    "rights.moderate.media": "yes",
    "rights.moderate.remove": "yes",
    "rights.moderate.permissions": "yes",
    "rights.admit": "yes",
    "rights.livestream": "yes",
    "rights.transcribe": "yes",
  }),
};

/** Forms to begin with, by what they are for. */
export const presets: readonly { readonly name: string; readonly form: FormState }[] = [
  { name: "Somebody who takes part", form: exampleForm },
  { name: "Host with every power", form: host },
  {
    // The other examples show what vendors refuse; this one, that a grant can suit them all.
    name: "A guest for all four vendors",
    form: { ...blankForm, room: "standup", participantId: "guest_7", entry: "direct" },
  },
  {
    name: "Guest who asks to enter",
    form: { ...blankForm, room: "standup", participantId: "guest_7", participantName: "Guest", entry: "ask" },
  },
  {
    name: "Listener who sends nothing",
    form: {
      ...blankForm,
      room: "town-hall",
      participantId: "u_42",
      entry: "direct",
      rights: choices({
        "rights.publish.microphone": "no",
        "rights.publish.camera": "no",
        "rights.publish.screen": "no",
        "rights.publish.screenAudio": "no",
        "rights.publish.custom": "no",
        "rights.subscribe": "yes",
      }),
    },
  },
  {
    name: "Ten minutes, then out",
    form: {
      ...blankForm,
      room: "interview",
      participantId: "candidate_3",
      expiresIn: "2h",
      maxSeconds: "600",
      endsAtExpiry: true,
      entry: "direct",
    },
  },
  { name: "Empty form", form: blankForm },
];
