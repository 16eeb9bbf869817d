import { RoompassError } from "./roompass-error.js";

type Members = Readonly<Record<string, unknown>>;

/** What a getter or a proxy throws may say anything: whoever only asks what something is does not pass it on. */
export function orElse<Answer>(ask: () => Answer, otherwise: Answer): Answer {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

/** Whether somebody forgot to wait: anything that can be awaited. */
export function isPromise(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return orElse(() => typeof (value as Members)["then"] === "function", false);
}

function isAdapter(value: Members): boolean {
  return typeof value["vendor"] === "string" && typeof value["decode"] === "function";
}

/** How one kind of value is called, and what somebody who passed it most often wants instead. */
interface Kind {
  readonly words: string;
  readonly cure?: string;
}

const kinds: readonly (readonly [is: (value: Members) => boolean, kind: Kind])[] = [
  [isPromise, { words: "a promise", cure: "Write `await` in front of it." }],
  [(value) => Array.isArray(value), { words: "a list" }],
  [
    (value) => "native" in value && "roomRequirements" in value,
    { words: "a translation", cure: "Issue it first, with `issue` of the provider that it was made for." },
  ],
  [
    (value) => "native" in value && "issuance" in value,
    {
      words: "the reading of a token",
      cure: "Pass its `grant`, or together with its adapter as `{ reading, adapter }`.",
    },
  ],
  [(value) => "reading" in value && "adapter" in value, { words: "a reading together with its adapter" }],
  [isAdapter, { words: "an adapter" }],
  [(value) => typeof value["adapter"] === "object" && value["adapter"] !== null, { words: "a provider" }],
  [(value) => "room" in value && ("purpose" in value || "expiresIn" in value), { words: "a grant" }],
];

function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return { words: String(value) };
  if (typeof value === "function") return { words: "a function", cure: "Call it, and pass what it returns." };
  if (typeof value === "string") return { words: "a text" };
  if (typeof value !== "object") return { words: `a ${typeof value}` };
  return orElse(() => kinds.find(([is]) => is(value as Members))?.[1], undefined) ?? { words: "an object" };
}

/** What somebody passed, in words; never the value. */
export function describeGiven(value: unknown): string {
  return kindOf(value).words;
}

/**
 * The error for an argument of the wrong kind: says what came, what is wanted and what to do.
 *
 * @param wanted Completes "is ..., not ...": `an adapter or a provider`.
 * @param cure What to do, where the kind of what came does not say it already.
 */
export function wrongKind(path: string, value: unknown, wanted: string, cure: string): RoompassError {
  const { words, cure: ownCure } = kindOf(value);
  return new RoompassError("input.wrong-kind", `\`${path}\` is ${words}, not ${wanted}.`, {
    path,
    cure: isPromise(value) || typeof value === "function" ? (ownCure ?? cure) : cure,
  });
}
