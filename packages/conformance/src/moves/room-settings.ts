import type { RoomSettings } from "@roompass/core/adapter";
import { sameValue } from "../run/same-value.js";
import type { Subject } from "../subject/subject.js";
import { frozen, plain } from "../vectors/freeze.js";
import type { Source } from "./source.js";

const noValue = "roompass-no-such-value";

/** Values that no vendor documents: whoever takes them for silence passes over whatever they say. */
const odd: readonly unknown[] = [noValue, 0.5, [noValue]];

const flags: readonly unknown[] = [true, false];

/** The settings with one value at a dotted name. */
export function settingsWith(name: string, value: unknown): RoomSettings {
  const [first = "", ...rest] = name.split(".");
  return frozen({ [first]: rest.length === 0 ? value : settingsWith(rest.join("."), value) });
}

/** Looks like settings in which nothing is set, and tells the names that were looked up. */
function listening(heard: (name: string) => void, inner: (name: string) => unknown): RoomSettings {
  const hear = (name: string | symbol): void => {
    if (typeof name === "string" && !(name in Object.prototype)) heard(name);
  };
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get(target, name, receiver) {
        hear(name);
        return (typeof name === "string" ? inner(name) : undefined) ?? Reflect.get(target, name, receiver);
      },
      has(target, name) {
        hear(name);
        return Reflect.has(target, name);
      },
      getOwnPropertyDescriptor(target, name) {
        hear(name);
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    },
  );
}

function namesIn(
  sources: readonly Source[],
  inner: (name: string, heard: (name: string) => void) => unknown,
): string[] {
  const names = new Set<string>();
  const heard = (name: string): void => void names.add(name);
  for (const { adapter, native } of sources) {
    try {
      adapter.authority(native, frozenContext(listening(heard, (name) => inner(name, heard))));
    } catch {
      // An object in place of a flag is asked about below, by another operation: here only names count.
    }
  }
  return [...names].sort();
}

const frozenContext = (room: RoomSettings) => Object.freeze({ room });

/** Dotted names of the settings that `authority` looks up for any of these tokens; those inside another one as well. */
export function settingsRead(sources: readonly Source[]): readonly string[] {
  const outer = namesIn(sources, () => undefined);
  const inner = outer.flatMap((name) =>
    namesIn(sources, (asked, heard) =>
      asked === name
        ? listening(
            (member) => heard(`${name}.${member}`),
            () => undefined,
          )
        : undefined,
    ).filter((found) => found.startsWith(`${name}.`)),
  );
  return [...outer, ...inner];
}

/** Whether a setting makes any of these tokens worth something else than silence does. */
function counts(sources: readonly Source[], room: RoomSettings): boolean {
  return sources.some(
    ({ adapter, native }) =>
      !sameValue(plain(adapter.authority(native, { room })), plain(adapter.authority(native, {}))),
  );
}

/** Whether a setting is among those that are told, itself or a part of it. */
const isTold = (told: readonly string[], name: string): boolean =>
  told.some((one) => one === name || one.startsWith(`${name}.`));

/**
 * Values of one setting that an adapter neither counts nor tells: it takes them for no setting at all. Of `true` and `false`
 * one may be what holds anyway.
 */
export function passedOver({ adapter }: Subject, sources: readonly Source[], name: string): readonly unknown[] {
  const isSilent = (value: unknown): boolean => {
    const room = settingsWith(name, value);
    return !isTold(adapter.unreadableSettings?.(room) ?? [], name) && !counts(sources, room);
  };
  return [...odd.filter(isSilent), ...(flags.every(isSilent) ? flags : [])];
}

/** Values of every kind, for an answer that has to come whatever is asked. */
export const anyValues: readonly unknown[] = [
  ...odd,
  ...flags,
  0,
  -1,
  "",
  "true",
  [],
  {},
  { [noValue]: true },
  [null],
  [[noValue]],
];

/** What is no setting at all. */
export const unsetValues: readonly unknown[] = [null, undefined];
