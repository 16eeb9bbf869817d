import type { RightPath } from "@roompass/core/adapter";
import { isCapture, type ReferenceProperties } from "./properties.js";

/** What one claim may be. */
export interface Reader {
  readonly accepts: (value: unknown) => boolean;
  readonly expected: string;
  /** What is read in place of a value that is not accepted: the lowest, where there is one. */
  readonly lowest?: unknown;
  /** A value that says what its absence says. */
  readonly isIdle?: (value: unknown) => boolean;
  /** A value of the right type that the vendor does not document. */
  readonly isWordUnknown?: (value: unknown) => boolean;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
const isTextList = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const hasOnly = (value: object, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));

const text: Reader = { accepts: isText, expected: "a non-empty string" };
/** Nothing is decided by a description: an empty one is one. */
const description: Reader = { accepts: (value) => typeof value === "string", expected: "a string" };
const flag: Reader = { accepts: (value) => typeof value === "boolean", expected: "true or false" };
/** Seconds up to the year 2128; milliseconds are far beyond. */
const isInstant = (value: unknown): boolean =>
  Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < 5e9;
const instant: Reader = { accepts: isInstant, expected: "an integer of unix seconds" };

function word(words: readonly string[], lowest?: string): Reader {
  return {
    accepts: (value) => words.includes(value as string),
    expected: `one of ${words.join(", ")}`,
    isWordUnknown: (value) => typeof value === "string",
    ...(lowest === undefined ? {} : { lowest }),
  };
}

const modes = ["cloud", "cloudAudioOnly", "local", "rawTracks"];

const capture: Reader = {
  accepts: (value) =>
    isObject(value) &&
    hasOnly(value, ["mode"]) &&
    (value["mode"] === undefined || modes.includes(value["mode"] as string)),
  expected: "an object with no member or a known `mode`",
  isWordUnknown: (value) => isObject(value) && typeof value["mode"] === "string" && hasOnly(value, ["mode"]),
};

function isRoom(value: unknown): boolean {
  if (isText(value)) return true;
  if (isTextList(value)) return value.length > 1 && new Set(value).size === value.length;
  return (
    isObject(value) && hasOnly(value, ["pattern", "dialect"]) && isText(value["pattern"]) && isText(value["dialect"])
  );
}

const isPurposes = (value: unknown): boolean =>
  isTextList(value) && ["api", "api,participant"].includes(value.join()) && value.length > 0;

/** A reader for every claim that is no switch, in the order in which claims are written. */
export const readers: Readonly<Record<Exclude<keyof ReferenceProperties, "can">, Reader>> = {
  account: text,
  iat: instant,
  nbf: { ...instant, isIdle: (value) => value === 0 },
  exp: instant,
  purposes: {
    accepts: isPurposes,
    expected: "api, or api and participant",
    isIdle: (value) => isTextList(value) && value.join() === "participant",
    isWordUnknown: isTextList,
  },
  room: { accepts: isRoom, expected: "a name, a list of at least two, or a pattern with its dialect" },
  user: text,
  name: description,
  email: description,
  avatar: description,
  metadata: { accepts: (value) => value !== null, expected: "JSON that is not null" },
  maxSeconds: {
    accepts: (value) => Number.isSafeInteger(value) && (value as number) > 0,
    expected: "positive seconds",
  },
  endsAtExpiry: { ...flag, lowest: true },
  entry: word(["ask", "direct"], "ask"),
  camera: word(["on", "off"]),
  microphone: word(["on", "off"]),
  autoRecord: capture,
  autoTranscribe: capture,
  language: text,
  redirectUrl: text,
  closeTabOnExit: flag,
  theme: text,
  zone: text,
};

const kinds = ["microphone", "camera", "screen", "screenAudio", "custom"];

function isKinds(value: unknown, areAllNeeded: boolean): boolean {
  if (typeof value === "boolean") return true;
  if (!isObject(value) || !hasOnly(value, kinds)) return false;
  const said = Object.values(value);
  return said.every((one) => typeof one === "boolean") && (!areAllNeeded || said.length === kinds.length);
}

function isSelection(value: unknown): boolean {
  if (!isObject(value) || !hasOnly(value, ["base", "byParticipantId"]) || !isKinds(value["base"], true)) return false;
  const { byParticipantId: senders = {} } = value;
  return isObject(senders) && Object.values(senders).every((said) => isKinds(said, false));
}

/** A list of modes, each once and in the order of the documents. */
function isModes(value: unknown): boolean {
  if (!isTextList(value) || value.length === 0) return false;
  const places = value.map((mode) => modes.indexOf(mode));
  return places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** The reader for the switch of a right. */
export function readSwitch(path: RightPath): Reader {
  const base: Reader = { ...flag, lowest: false };
  if (path === "rights.subscribe") {
    return {
      ...base,
      accepts: (value) => flag.accepts(value) || isSelection(value),
      expected: "a flag or a selection",
    };
  }
  if (!isCapture(path)) return { ...base, isWordUnknown: (value) => typeof value === "string" };
  return {
    ...base,
    accepts: (value) => flag.accepts(value) || isModes(value),
    expected: `true, false, or a list of ${modes.join(", ")}`,
    isWordUnknown: (value) => typeof value === "string" || isTextList(value),
  };
}
