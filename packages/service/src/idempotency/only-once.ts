import { sha256Hex } from "#sha256";
import type { IdempotencyState } from "../contract/store.js";
import { createSeal, type Seal } from "../crypto/seal.js";
import { ServiceError } from "../errors/service-error.js";
import { unavailable } from "../errors/unavailable.js";
import { keyOf } from "../operations/allowed.js";
import type { Call } from "../service/call.js";
import type { ServiceContext } from "../service/context.js";

/** An answer, and whether it was given before. */
export interface OnceAnswer {
  readonly text: string;
  readonly replayed: boolean;
}

async function asked<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw unavailable(error);
  }
}

async function open(seal: Seal, sealed: string): Promise<string> {
  const text = await seal.open(sealed);
  // Under another secret of the same caller: the token is not given again, and none is made either.
  if (text === undefined) throw new ServiceError("http.idempotency-reused");
  return text;
}

/** Refuses whatever is not surely new, words that no store should answer with included. */
function refuse(state: unknown, { limits }: ServiceContext): never {
  if (state === "running") throw new ServiceError("http.idempotency-running", { headers: { "retry-after": "1" } });
  if (state === "other-request") throw new ServiceError("http.idempotency-reused");
  if (state === "too-many") {
    const detail = "Too many requests of this key with an `Idempotency-Key` are remembered.";
    const headers = { "retry-after": String(Math.min(60, limits.idempotencySeconds)) };
    throw new ServiceError("http.rate-limited", { detail, headers });
  }
  const full = "The store has no room for idempotency keys.";
  throw unavailable(new Error(state === "full" ? full : "The store answered `begin` with no state of its contract."));
}

/**
 * Does the work once for an `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07): the same request gets the same
 * answer, another one 422, and one that comes while the work is done 409. Answers are kept encrypted with the caller's
 * secret, so that a store that is read gives no token away. What ends in an error is forgotten, and may be tried again.
 *
 * @throws ServiceError `http.idempotency-running`, `http.idempotency-reused`, `http.rate-limited` for a caller with too many
 *   of them, or `http.unavailable` for a store that fails or is full.
 */
export async function onlyOnce(call: Call, work: () => Promise<string>): Promise<OnceAnswer> {
  const { idempotencyKey, context, now } = call;
  if (idempotencyKey === undefined) return { text: await work(), replayed: false };
  const { store, limits } = context;
  const { id, secret } = keyOf(call);
  const key = `once:${id}:${await sha256Hex(idempotencyKey)}`;
  const fingerprint = await sha256Hex(call.body ?? "");
  const expiresAt = now + limits.idempotencySeconds;
  const seal = await createSeal(secret, `${key} ${fingerprint}`);

  // A store is somebody else's code over somebody else's data: what it answers is looked at, not believed.
  const begun: IdempotencyState | undefined = await asked(() => store.begin(key, fingerprint, expiresAt, id));
  if (begun?.state === "finished") return { text: await open(seal, begun.answer), replayed: true };
  if (begun?.state !== "new") return refuse(begun?.state, context);

  let text: string;
  try {
    text = await work();
  } catch (error) {
    await asked(() => store.abandon(key, fingerprint));
    throw error;
  }
  const sealed = await seal.close(text);
  await asked(() => store.finish(key, fingerprint, sealed, expiresAt));
  return { text, replayed: false };
}
