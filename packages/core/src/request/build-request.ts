import { RoompassError } from "../errors/roompass-error.js";
import type { Credential } from "./credential.js";
import { platform } from "./platform.js";
import type { RequestPlan } from "./request-plan.js";

/** Where plain http stays on the machine; test servers listen there. */
const loopbackHosts: ReadonlySet<string> = /* @__PURE__ */ new Set(["localhost", "127.0.0.1", "[::1]"]);

function refuseAddress(message: string): never {
  throw new RoompassError("provider.settings", message, {
    path: "url",
    cure: "Requests go to https addresses; plain http is for this machine only.",
  });
}

/** Secrets and tokens travel encrypted or not at all. Checked before the secret is in the address. */
function checkAddress(url: string): void {
  const address = platform.parseUrl(url);
  if (address === undefined) refuseAddress("The address of the request is not a valid URL.");
  if (address.protocol === "https:") return;
  if (address.protocol !== "http:" || !loopbackHosts.has(address.hostname)) {
    refuseAddress("The address of the request is not https.");
  }
}

/** A plan that needs a secret is not sent without one. */
function requireCredential(plan: RequestPlan, credential: Credential | undefined): Credential {
  if (credential !== undefined) return credential;
  throw new RoompassError("key.empty", `${plan.vendor} wants the account's secret for this request.`, {
    path: "credential",
  });
}

/** What is sent: the only place where a plan and its secret meet. */
export interface BuiltRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

function withQuery(url: string, name: string, value: string): string {
  return `${url}${url.includes("?") ? "&" : "?"}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
}

/** @throws RoompassError `provider.settings` for an address that is not https, `key.empty` without a needed secret. */
export function buildRequest(plan: RequestPlan, credential: Credential | undefined): BuiltRequest {
  const { secret, url } = plan;
  checkAddress(url);
  const request = {
    url,
    headers: {
      accept: "application/json",
      ...plan.headers,
      ...(plan.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(plan.body === undefined ? {} : { body: JSON.stringify(plan.body) }),
  };
  if (secret === undefined) return request;
  return requireCredential(plan, credential).use((text) =>
    secret.in === "query"
      ? { ...request, url: withQuery(url, secret.name, text) }
      : { ...request, headers: { ...request.headers, [secret.name]: secret.prefix + text } },
  );
}
