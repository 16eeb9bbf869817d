// Daily's tokens issued anew at Daily without single rights: what one switch gives together goes together, and nothing else.
import { kept } from "./daily-kept-words.mjs";

const participants = ["narrowed rights.moderate{media,remove,permissions}", "narrowed rights.admit"];

const narrowed = (id, comment, p, becomes, rights, report, others = {}) =>
  kept(`narrowed-${id}`, comment, { p, ...others }, becomes, { policy: { narrow: { rights } }, report });

const administers = (id, comment, rights, roles, report) =>
  narrowed(id, comment, { ca: true }, { permissions: { canAdmin: roles } }, rights, report);

const leftToAdminister = ["streaming", "transcription"];
const media = ["video", "audio", "screenVideo", "screenAudio", "customVideo", "customAudio"];
const without = (...names) => media.filter((name) => !names.includes(name));

const sends = (kind, canSend, screenshare, report = [`narrowed rights.publish.${kind}`]) =>
  narrowed(
    `sends-no-${kind.toLowerCase()}`,
    `everything is sent but ${kind}`,
    { cs: true },
    { enable_screenshare: screenshare, permissions: { canSend } },
    { publish: { [kind]: false } },
    report,
    { ss: true },
  );

export const dailyNarrowed = [
  ...["media", "remove", "permissions"].map((kind) =>
    administers(
      `administers-without-${kind}`,
      `one role gives four rights: without ${kind} it gives none of them`,
      { moderate: { [kind]: false } },
      leftToAdminister,
      participants,
    ),
  ),
  administers("administers-without-admit", "nor without admitting", { admit: false }, leftToAdminister, participants),
  administers(
    "streams-nothing",
    "all roles but streaming",
    { livestream: false },
    ["participants", "transcription"],
    ["narrowed rights.livestream"],
  ),
  administers(
    "transcribes-nothing",
    "all roles but transcription",
    { transcribe: false },
    ["participants", "streaming"],
    ["narrowed rights.transcribe"],
  ),
  sends("camera", without("video"), true),
  sends("microphone", without("audio"), true),
  // Of the older switch only `false` would say it, and that would withhold the sound as well.
  sends("screen", without("screenVideo"), undefined),
  sends("screenAudio", without("screenAudio"), true),
  sends("custom", without("customVideo", "customAudio"), true),
];
