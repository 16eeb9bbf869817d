import { expectTypeOf } from "vitest";
import type { GrantSchema } from "./index.js";
import {
  type CaptureRight,
  type Grant,
  type GrantInput,
  type GrantInputFor,
  type GrantValue,
  parseGrant,
  type RoomScope,
  readPath,
  type SubscribeSelection,
  safeParseGrant,
} from "./index.js";

/** A vendor whose tokens hold one room by name, one moderation right and one property of its own. */
interface SmallShape {
  readonly rights: { readonly moderate?: { readonly media?: boolean } };
  readonly stay: never;
  readonly room: string;
  readonly extensions: { readonly small?: { readonly color?: string } };
}

type SmallInput = GrantInputFor<SmallShape>;

const small: SmallInput = {
  room: "a",
  expiresIn: "1h",
  entry: "ask",
  rights: { moderate: { media: true } },
  extensions: { small: { color: "red" } },
};
expectTypeOf<SmallInput>().toExtend<GrantInput>();
parseGrant(small, { now: 1 });

// @ts-expect-error this vendor cannot remove others
export const removing: SmallInput = { room: "a", rights: { moderate: { remove: true } } };
// @ts-expect-error nor does it know the shorthand for all three
export const shorthand: SmallInput = { room: "a", rights: { moderate: true } };
// @ts-expect-error nor publishing
export const publishing: SmallInput = { room: "a", rights: { publish: true } };
// @ts-expect-error nor a limit on the stay
export const staying: SmallInput = { room: "a", stay: { maxSeconds: 60 } };
// @ts-expect-error nor more than one room
export const anywhere: SmallInput = { room: { any: true } };
// @ts-expect-error its own property is a text
export const colorful: SmallInput = { room: "a", extensions: { small: { color: 1 } } };
// @ts-expect-error a room has to be said
export const roomless: SmallInput = { expiresIn: 60 };

// @ts-expect-error a room has to be said
export const nowhere: GrantInput = { expiresIn: 60 };
// @ts-expect-error every room is said with true
export const noRoom: GrantInput = { room: { any: false } };
// @ts-expect-error absent and undefined differ
export const undefinedRight: GrantInput = { room: "a", rights: { admit: undefined } };
// @ts-expect-error only the expiry can be null
export const nullRight: GrantInput = { room: "a", rights: { admit: null } };
// @ts-expect-error units have one letter
export const minutes: GrantInput = { room: "a", expiresIn: "5min" };
// @ts-expect-error misspelt
export const misspelt: GrantInput = { room: "a", rihgts: {} };

declare const grant: Grant;
expectTypeOf(grant).toExtend<GrantInput>();
expectTypeOf(parseGrant).returns.toEqualTypeOf<Grant>();
expectTypeOf(parseGrant).parameter(0).toEqualTypeOf<unknown>();
// @ts-expect-error the clock is always given
parseGrant({}, {});
// @ts-expect-error a grant cannot be changed
grant.entry = "ask";

const result = safeParseGrant({}, { now: 1 });
if (result.ok) expectTypeOf(result.grant).toEqualTypeOf<Grant>();
else expectTypeOf(result.issues[0]?.path).toEqualTypeOf<string | undefined>();

expectTypeOf<GrantValue<"rights.admit">>().toEqualTypeOf<boolean>();
expectTypeOf<GrantValue<"expiresAt">>().toEqualTypeOf<number | null>();
expectTypeOf<GrantValue<"room">>().toEqualTypeOf<RoomScope>();
expectTypeOf(readPath(grant, "rights.record")).toEqualTypeOf<CaptureRight | undefined>();
expectTypeOf(readPath(grant, "rights.subscribe")).toEqualTypeOf<boolean | SubscribeSelection | undefined>();
// @ts-expect-error no such path
readPath(grant, "rights.publish.hologram");

/** The interface that the Standard Schema describes, in its own words. */
interface StandardSchemaLike<Input, Output> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string; readonly path?: readonly PropertyKey[] }[] };
    readonly types?: { readonly input: Input; readonly output: Output };
  };
}
expectTypeOf<GrantSchema>().toExtend<StandardSchemaLike<GrantInput, Grant>>();
