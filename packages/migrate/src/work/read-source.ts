import { type Expectations, type Inspected, inspectToken, RoompassError, type Verified } from "@roompass/core";
import { parseCompact } from "@roompass/core/kit";
import { Refused } from "../lines/refused.js";
import { askVendor } from "./ask-vendor.js";
import type { Job } from "./job.js";

/** A token that was read, and who vouches for it. */
export type Source =
  | { readonly reading: Verified; readonly trustUnverified: false }
  | { readonly reading: Inspected; readonly trustUnverified: true };

type Check = (token: string, expectations: Expectations) => Promise<Verified>;

/** A token for a server's work is moved as such; which of the two it is nobody says beforehand. */
async function forEitherPurpose(token: string, check: Check, now: number): Promise<Verified> {
  // Whether an endless token may be moved is for the policy to say, and one for tomorrow is as good as one for today.
  const expected = { now, allowNoExpiry: true, ignoreNotBefore: true };
  try {
    return await check(token, expected);
  } catch (error) {
    if (!RoompassError.isInstance(error) || error.code !== "policy.purpose") throw error;
    return check(token, { ...expected, purpose: "api" });
  }
}

/** Form alone; `inspect` passes over what pasting leaves around a token, and a file of tokens has none of that. */
function checkForm(token: string, { from }: Job): void {
  const { findings } = parseCompact(token, { header: from.adapter.header });
  const fault = findings.find(({ severity }) => severity === "error");
  if (fault !== undefined) throw new Refused(fault.id, fault.message);
}

async function verifyHere(token: string, job: Job): Promise<Verified | undefined> {
  const { from, options } = job;
  const { verify } = from;
  if (from.method !== "sign" || verify === undefined) {
    checkForm(token, job);
    return undefined;
  }
  try {
    return await forEitherPurpose(token, (text, expected) => verify.call(from, text, expected), options.now);
  } catch (error) {
    // A vendor that signs for its customers, too, has a key that is not here.
    const mayBeVendors = from.adapter.issuance.includes("request");
    if (!mayBeVendors || !RoompassError.isInstance(error) || error.code !== "signature.mismatch") throw error;
    return undefined;
  }
}

async function confirm(token: string, job: Job, validate: Check): Promise<Verified> {
  const rejects = job.rejectsToken ?? ((status) => status === 400 || status === 404);
  const ask: Check = async (text, expected) => {
    try {
      return await validate(text, expected);
    } catch (error) {
      const status = RoompassError.isInstance(error) ? error.details?.["status"] : undefined;
      if (typeof status !== "number" || status === 429 || !rejects(status)) throw error;
      throw new Refused("unconfirmed", `${job.from.adapter.displayName} does not confirm this token.`);
    }
  };
  // A token for a server's work is asked about twice, and each request waits for its turn.
  const check: Check = (text, expected) => askVendor(job.limit, () => ask(text, expected));
  return forEitherPurpose(token, check, job.options.now);
}

/**
 * Reads a token as far as it can be trusted: by its signature, else as the setup says.
 *
 * @throws Refused or RoompassError for a line that is not moved; MigrateError when the vendor fails.
 */
export async function readSource(token: string, job: Job): Promise<Source> {
  const verified = await verifyHere(token, job);
  if (verified !== undefined) return { reading: verified, trustUnverified: false };
  if (job.unverifiable === "ask" && job.validate !== undefined) {
    return { reading: await confirm(token, job, job.validate), trustUnverified: false };
  }
  if (job.unverifiable === "trust") {
    const reading: Inspected = inspectToken(token, job.from.adapter, { now: job.options.now });
    return { reading, trustUnverified: true };
  }
  const name = job.from.adapter.displayName;
  const other = job.from.method === "sign" ? ", or made with another key" : "";
  throw new Refused("unverifiable", `The signature cannot be checked here: it may be ${name}'s own${other}.`);
}
