import { SubjectError } from "../subject/check-subject.js";
import { genuineWatch } from "../subject/program-watch.js";
import type { Subject, VerifyContext } from "../subject/subject.js";
import { neededOperations, type WireOperationName, wireOperationNames } from "./operations.js";
import { type Description, Program } from "./program.js";
import { programAdapter } from "./program-adapter.js";
import { wordsOf } from "./words.js";

/** How a program that speaks the protocol is started and watched. */
export interface CommandSettings {
  /** For one answer, in milliseconds. Default 2000. */
  readonly timeoutMilliseconds?: number;
  /** For the description, in milliseconds. Default 10000, or the time for an answer where that is longer. */
  readonly startMilliseconds?: number;
  /** How often a program that broke down is started again. Default 25. */
  readonly restarts?: number;
  /** Where the program runs. Default the current folder. */
  readonly folder?: string;
  /** Told what the program writes to standard error, and what it wrote in place of an answer. Default: nobody. */
  readonly log?: (text: string) => void;
  /** Holds every message of either side against the schema. Default false. */
  readonly validates?: boolean;
}

/** A subject that is a program of its own. */
export interface ProgramSubject extends Subject {
  /** Ends the program. */
  readonly close: () => Promise<void>;
}

/** What the description says twice has to agree: an operation that is claimed and not there would be core's own. */
function checkDescription({ operations, manifest }: Description): void {
  const { issuance, verification } = manifest;
  const has = (op: WireOperationName): boolean => operations.includes(op);
  const missing = [
    ...neededOperations.filter((op) => !has(op)),
    ...(issuance.includes("sign") && !has("issue") ? ["issue (`issuance` has `sign`)"] : []),
    ...(issuance.includes("request") && !has("plan") ? ["plan (`issuance` has `request`)"] : []),
    ...(verification.includes("offline") && !has("verify") ? ["verify (`verification` has `offline`)"] : []),
  ];
  if (missing.length > 0) throw new SubjectError(`The program does not offer ${missing.join(", ")}.`);
}

/** Something harmless to ask for, to see that an operation which is not offered is refused. */
const emptyNative = { properties: {}, unknown: {}, findings: [] };
const account = { tenant: "acme", secret: "TEST-ONLY-secret-of-the-generated-cases", now: 1_800_000_000 };
const { secret, ...place } = account;
const samples: { readonly [op in WireOperationName]?: readonly [unknown, unknown] } = {
  recognize: [{ header: {}, claims: {} }, {}],
  normalizeRoom: [{ name: "standup" }, {}],
  lint: [{ native: emptyNative }, { now: account.now }],
  join: [{ grant: { purpose: ["participant"], room: "standup" } }, {}],
  roomRequirements: [{ native: emptyNative }, {}],
  issue: [{ grant: { room: "standup", expiresAt: account.now + 60 } }, account],
  plan: [{ grant: { room: "standup", expiresAt: account.now + 60 } }, account],
  verify: [{ token: "e30.e30.AA" }, { ...place, secrets: [secret], expectations: {} }],
};

/** The operations that are not offered, and answered with something else than `unsupported`. */
function answersUnoffered(program: Program, { operations }: Description): readonly string[] {
  return wireOperationNames.filter((op) => {
    const sample = samples[op];
    if (operations.includes(op) || sample === undefined) return false;
    try {
      program.call(op, ...sample);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === "provider.unsupported") return false;
      if ((error as { code?: unknown }).code === undefined) throw error;
      return true;
    }
  });
}

/**
 * Starts a program that speaks the protocol for other languages, and gives it the form of any other subject: every
 * category runs as it is. Its calls wait for the program's answer, so that this thread does nothing else meanwhile.
 *
 * @param commandLine Split into words as a shell does, without a shell; see `wordsOf`.
 * @throws SubjectError where the program does not start or does not describe itself as it has to.
 */
export async function subjectFromCommand(commandLine: string, settings: CommandSettings = {}): Promise<ProgramSubject> {
  const { timeoutMilliseconds = 2000, restarts = 25, folder = process.cwd(), validates = false } = settings;
  const { startMilliseconds = Math.max(10_000, timeoutMilliseconds), log = () => {} } = settings;
  const words = wordsOf(commandLine);
  const program = new Program({ words, folder, timeoutMilliseconds, startMilliseconds, restarts, log, validates });
  let description: Description;
  try {
    description = program.describe();
    checkDescription(description);
  } catch (error) {
    await program.close();
    throw error;
  }
  const { operations, example, name, version } = description;
  const has = (op: WireOperationName): boolean => operations.includes(op);
  return {
    adapter: programAdapter(program, description),
    ...(example === undefined ? {} : { example: example as NonNullable<Subject["example"]> }),
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(has("issue") ? { issue: (grant, context) => program.call("issue", { grant }, context) as never } : {}),
    ...(has("plan") ? { plan: (grant, context) => program.call("plan", { grant }, context) } : {}),
    ...(has("verify")
      ? { verify: (token: unknown, context: VerifyContext) => program.call("verify", { token }, context) as never }
      : {}),
    program: genuineWatch({
      takeIncident: () => program.takeIncident(),
      answersUnoffered: () => answersUnoffered(program, description),
    }),
    close: () => program.close(),
  };
}
