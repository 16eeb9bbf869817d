import type { RouteName } from "../contract/metrics.js";
import { invite } from "../invitations/invite.js";
import { redeem } from "../invitations/redeem.js";
import { live, ready } from "../operations/health.js";
import { inspect } from "../operations/inspect.js";
import { issue } from "../operations/issue.js";
import { listProviders } from "../operations/list-providers.js";
import { translate } from "../operations/translate.js";
import { verify } from "../operations/verify.js";
import type { Answer, Call } from "../service/call.js";

/**
 * Who may come: `open` anybody, for answers that are there anyway; `anonymous` anybody, so and so often from one address;
 * `key` whoever has one.
 */
export type Access = "open" | "anonymous" | "key";

export interface Route {
  readonly name: RouteName;
  readonly method: "GET" | "POST";
  readonly access: Access;
  readonly handle: (call: Call) => Promise<Answer>;
}

/** The parts of the interface, by path, to the letter: nothing is decoded, folded or cut off before the comparison. */
export function apiRoutes(withInvitations: boolean): ReadonlyMap<string, Route> {
  const invitations: readonly Route[] = [
    { name: "/v1/invitations", method: "POST", access: "key", handle: invite },
    { name: "/v1/invitations/redeem", method: "POST", access: "anonymous", handle: redeem },
  ];
  const routes: readonly Route[] = [
    { name: "/v1/tokens", method: "POST", access: "key", handle: issue },
    { name: "/v1/tokens/inspect", method: "POST", access: "anonymous", handle: inspect },
    { name: "/v1/tokens/verify", method: "POST", access: "key", handle: verify },
    { name: "/v1/translate", method: "POST", access: "key", handle: translate },
    ...(withInvitations ? invitations : []),
    { name: "/v1/providers", method: "GET", access: "key", handle: listProviders },
    { name: "/livez", method: "GET", access: "open", handle: live },
    { name: "/readyz", method: "GET", access: "open", handle: ready },
  ];
  return new Map(routes.map((route) => [route.name, route]));
}
