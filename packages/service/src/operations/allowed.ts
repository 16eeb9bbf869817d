import type { Operation } from "../contract/policy.js";
import type { AnyProvider } from "../contract/settings.js";
import { ServiceError } from "../errors/service-error.js";
import type { ReadPolicy } from "../policy/read-policy.js";
import type { Call, CallingKey } from "../service/call.js";

/** The key of a call that was admitted with one. */
export function keyOf(call: Call): CallingKey {
  if (call.key === undefined) throw new ServiceError("http.unauthorized");
  return call.key;
}

/** @throws ServiceError `http.beyond-policy` when the policy does not name the operation. */
export function requireOperation(policy: ReadPolicy, operation: Operation): void {
  if (policy.operations.has(operation)) return;
  throw new ServiceError("http.beyond-policy", { detail: `The key may not ${operation}.` });
}

/**
 * A provider that the policy names. One that does not exist and one that is somebody else's are the same here.
 *
 * @throws ServiceError `http.beyond-policy`.
 */
export function requireProvider(call: Call, policy: ReadPolicy, name: string, path: string): AnyProvider {
  const provider = policy.providers.has(name) ? call.context.providers.get(name) : undefined;
  if (provider !== undefined) return provider;
  throw new ServiceError("http.beyond-policy", {
    errors: [{ path, code: "http.beyond-policy", message: `The key may use no provider of this name.` }],
  });
}

/** Nothing is minted before the time at which this was built: such a clock is wrong. */
export function requireClock({ context, now }: Call): void {
  // Written so that a clock that is no number refuses.
  if (Number.isSafeInteger(now) && now >= context.builtAt) return;
  throw new ServiceError("http.clock");
}
