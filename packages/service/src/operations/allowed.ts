import { nearestName } from "@roompass/core/kit";
import type { Operation } from "../contract/policy.js";
import type { AnyProvider } from "../contract/settings.js";
import { ServiceError } from "../errors/service-error.js";
import { quoted } from "../http/input-items.js";
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

/** As many as anybody reads. */
const mostNamed = 16;

/** Which providers there are for the key: those that `GET /v1/providers` lists, and no others. */
export function providersCure({ context }: Call, policy: ReadPolicy, given?: string): string {
  const own = [...context.providers.keys()].filter((name) => policy.providers.has(name));
  const near = given === undefined ? undefined : nearestName(given, own);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  if (own.length === 0) return "There is none that the key may use; have its policy changed.";
  const names = quoted(own.slice(0, mostNamed)).join(", ") + (own.length > mostNamed ? ", …" : "");
  return `The key may use ${names}; GET /v1/providers lists them.`;
}

/**
 * A provider that the policy names. One that does not exist and one that is somebody else's are the same here.
 *
 * @throws ServiceError `http.beyond-policy`.
 */
export function requireProvider(call: Call, policy: ReadPolicy, name: string, path: string): AnyProvider {
  const provider = policy.providers.has(name) ? call.context.providers.get(name) : undefined;
  if (provider !== undefined) return provider;
  const message = "The key may use no provider of this name.";
  const cure = providersCure(call, policy, name);
  throw new ServiceError("http.beyond-policy", { errors: [{ path, code: "http.beyond-policy", message, cure }] });
}

/** Nothing is minted before the time at which this was built: such a clock is wrong. */
export function requireClock({ context, now }: Call): void {
  // Written so that a clock that is no number refuses.
  if (Number.isSafeInteger(now) && now >= context.builtAt) return;
  throw new ServiceError("http.clock");
}
