import type { RoomSettings } from "@roompass/core/adapter";
import { anyValues, passedOver, settingsRead, settingsWith, unsetValues } from "../moves/room-settings.js";
import type { Source } from "../moves/source.js";
import { rights } from "../order/index.js";
import { sameValue } from "../run/same-value.js";
import { watched } from "../run/traps.js";
import { grantAt } from "../subject/example-values.js";
import type { Subject } from "../subject/subject.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { Case, Observation } from "./case.js";
import { generatedCase } from "./generated-case.js";
import { madeSources } from "./made-sources.js";

/** A name that no vendor has: what is never read is passed over. */
const unheardOf: RoomSettings = frozen({ "roompass-no-such-setting": "roompass-no-such-value" });

const sourcesOf = (subject: Subject): readonly Source[] => madeSources(subject).map(({ source }) => source());

function observeTold(subject: Subject): Observation {
  const sources = sourcesOf(subject);
  const takenForSilence = settingsRead(sources).flatMap((setting) => {
    const values = passedOver(subject, sources, setting);
    return values.length === 0 ? [] : [{ setting, values }];
  });
  return { expected: { takenForSilence: [] }, actual: { takenForSilence } };
}

function observeUntold({ adapter }: Subject, names: readonly string[]): Observation {
  const rooms = [{}, unheardOf, ...names.flatMap((name) => unsetValues.map((value) => settingsWith(name, value)))];
  const refused = rooms.filter((room) => (adapter.unreadableSettings?.(room) ?? []).length > 0);
  return { expected: { refused: [] }, actual: { refused } };
}

/** Rights that a token denies by a word of its own, and that a setting of the room gives back. */
function observeOwnWord(subject: Subject): Observation {
  const sources = sourcesOf(subject);
  const lifted = settingsRead(sources).flatMap((setting) =>
    anyValues.flatMap((value) => {
      const room = settingsWith(setting, value);
      if ((subject.adapter.unreadableSettings?.(room) ?? []).length > 0) return [];
      return sources.flatMap(({ adapter, native, decoded }) => {
        const { rights: read } = adapter.authority(native, { room });
        const given = rights.filter((path) => grantAt(decoded.grant, path) === false && givenReadings.has(read[path]));
        return given.map((path) => `${path} by ${setting}`);
      });
    }),
  );
  return { expected: { lifted: [] }, actual: { lifted: [...new Set(lifted)] } };
}

const givenReadings: ReadonlySet<unknown> = new Set(["allow", "default(allow)", "ungoverned, everyone"]);

/** What is wrong with one answer: it is a list of names, each of something that stands in the settings. */
function formOf(told: unknown, room: RoomSettings): string[] {
  if (!Array.isArray(told)) return ["no list"];
  const isThere = (name: unknown): boolean => typeof name === "string" && Object.hasOwn(room, name.split(".")[0] ?? "");
  return told.every(isThere) ? [] : ["a name that is not among the settings"];
}

const kindOf = (value: unknown): string => JSON.stringify(value) ?? String(value);

/** Asked about every value of every setting: an answer each time, the same twice, with the tokens' worth where it is read. */
function wrongAnswers({ adapter }: Subject, sources: readonly Source[], names: readonly string[]): string[] {
  const toldOf = (room: RoomSettings): unknown =>
    adapter.unreadableSettings === undefined ? [] : adapter.unreadableSettings(room);
  const answerTo = (room: RoomSettings): unknown => {
    const told = toldOf(room);
    const isRead = Array.isArray(told) && told.length === 0;
    return { told, worth: isRead ? plain(sources.map(({ native }) => adapter.authority(native, { room }))) : [] };
  };
  const asked = [
    { name: "none", value: {}, room: frozen({}) },
    ...names.flatMap((name) =>
      [...anyValues, ...unsetValues].map((value) => ({ name, value, room: settingsWith(name, value) })),
    ),
  ];
  return asked.flatMap(({ name, value, room }) => {
    try {
      const first = answerTo(room);
      const form = formOf(toldOf(room), room);
      const same = sameValue(first, answerTo(room)) ? [] : ["another answer the second time"];
      return [...form, ...same].map((problem) => `${name}: ${kindOf(value)}: ${problem}`);
    } catch (error) {
      return [`${name}: ${kindOf(value)}: threw ${error instanceof Error ? error.name : typeof error}`];
    }
  });
}

async function observePure(subject: Subject): Promise<Observation> {
  const sources = sourcesOf(subject);
  const names = settingsRead(sources);
  const { value: wrong, touched } = await watched(() => wrongAnswers(subject, sources, names));
  return { expected: { touched: [], wrong: [] }, actual: { touched, wrong } };
}

/**
 * A room's real settings, read in place of silence. Which ones an adapter reads shows when its `authority` looks them up, so
 * that nothing has to be known of the vendor. A program's questions pass over a wire, where nobody sees what is looked up.
 */
export function settingCases(subject: Subject): readonly Case[] {
  if (subject.program !== undefined) return [];
  const asked = () => settingsRead(sourcesOf(subject));
  return [
    generatedCase({
      id: "core.decode.settings.told",
      comment: "a value of a room's setting that nobody can read is told, and not taken for silence",
      category: "decode",
      flag: "RoomSetting",
      asked,
      observe: () => observeTold(subject),
    }),
    generatedCase({
      id: "core.decode.settings.unset",
      comment: "a room's setting that is not set, and one that is never read, are passed over",
      category: "decode",
      flag: "RoomSetting",
      asked,
      observe: () => observeUntold(subject, asked()),
    }),
    generatedCase({
      id: "core.decode.settings.own-word",
      comment: "what a token denies stays denied, however its room is set",
      category: "decode",
      flag: "RoomSetting",
      asked,
      observe: () => observeOwnWord(subject),
    }),
    generatedCase({
      id: "core.purity.settings",
      comment: "every value of a room's settings has an answer, the same twice, and nothing is touched",
      category: "purity",
      flag: "Purity",
      asked,
      observe: () => observePure(subject),
    }),
  ];
}
