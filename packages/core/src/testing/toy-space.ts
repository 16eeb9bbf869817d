import fc from "fast-check";
import type { RoomSettings } from "../adapter/adapter.js";
import { publishKinds, type ToyProperties } from "./toy-properties.js";

/** The instant at which all toy tokens are translated. */
export const now = 1_800_000_000;

type Choices = { readonly [name in keyof ToyProperties]?: readonly ToyProperties[name][] };

/** Every combination of the choices; `undefined` leaves the property out. */
function combinations(choices: Choices): ToyProperties[] {
  return Object.entries(choices).reduce<ToyProperties[]>(
    (all, [name, values]) =>
      all.flatMap((properties) =>
        values.map((value) => (value === undefined ? properties : { ...properties, [name]: value })),
      ),
    [{}],
  );
}

const envelopes: readonly ToyProperties["send"][] = [undefined, true, false].flatMap((camera) =>
  [undefined, true, false].map((data) => {
    if (camera === undefined && data === undefined) return undefined;
    return { ...(camera === undefined ? {} : { camera }), ...(data === undefined ? {} : { data }) };
  }),
);

/** Every combination of rights, for one person-less hour in one room; two of the six kinds stand for all. */
export const rightsSpace: readonly ToyProperties[] = combinations({
  room: ["standup"],
  exp: [now + 3600],
  ask: [undefined, true, false],
  host: [undefined, true],
  send: envelopes,
  record: [undefined, true, false],
  autoRecord: [undefined, true],
});

/** Every combination of what bounds a token; two values stand for all. */
export const boundsSpace: readonly ToyProperties[] = combinations({
  account: [undefined, "acme"],
  room: [undefined, "standup"],
  user: [undefined, "u_1"],
  iat: [undefined, now - 60],
  nbf: [undefined, now - 60, now + 60],
  exp: [undefined, now - 1, now + 30, now + 3600],
  ask: [undefined, true],
});

export const roomSettings: readonly (RoomSettings | undefined)[] = [
  undefined,
  { recording: "everyone" },
  { recording: "nobody" },
];

const text = fc.string({ minLength: 1, maxLength: 36 });
const flag = fc.constant(true as const);
const switches = fc
  .record(Object.fromEntries(publishKinds.map((kind) => [kind, fc.boolean()])), { requiredKeys: [] })
  .filter((send) => Object.keys(send).length > 0);

/** What the toy's adapter itself may mint; with `usable`, only what a translation to another vendor can begin with. */
export function toyProperties(usable: boolean): fc.Arbitrary<ToyProperties> {
  const instant = fc.integer({ min: now - 1000, max: now + 1000 });
  const members = {
    room: text,
    exp: fc.integer({ min: now + 1001, max: now + 1e6 }),
    account: text,
    user: text,
    name: text,
    iat: instant,
    nbf: instant,
    ask: fc.boolean(),
    host: flag,
    send: switches,
    record: fc.boolean(),
    autoRecord: flag,
    theme: text,
    ...(usable ? {} : { zone: text }),
  };
  return fc
    .record(members, { requiredKeys: usable ? ["room", "exp"] : [] })
    .map((properties) => properties as ToyProperties);
}

export const anySettings: fc.Arbitrary<RoomSettings | undefined> = fc.constantFrom(...roomSettings);

/** Members that the adapter has never heard of, also inside the envelope of switches. */
export const toyUnknown: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  { other: fc.jsonValue(), send: fc.constant({ hologram: true }) },
  { requiredKeys: [] },
);
