import type { Members } from "../emulator/model.js";
import type { World } from "../emulator/settings.js";
import { peekClaims, readToken, type TokenKey } from "../token/compact-token.js";
import { hasExpired } from "./claims.js";

/** What the vendor knows about a project's key. */
export interface Account {
  readonly world: World;
  readonly apiKey: string;
  readonly keys: readonly TokenKey[];
  /** Switched off in the dashboard: every token of it is refused. */
  readonly isDeactivated: boolean;
}

/** The claims of a good token, or the vendor's code for what is wrong with it. */
export type TokenCheck = { readonly claims: Members } | { readonly code: 4001 | 4002 | 4053; readonly reason: string };

/** What both doors, that of a room and that of the server API, check first. */
export async function checkToken(account: Account, token: string | undefined, at: number): Promise<TokenCheck> {
  const most = account.world.limits.tokenCharacters;
  const said = token === undefined ? undefined : peekClaims(token, most);
  if (token === undefined || said === undefined) return { code: 4002, reason: "The token is missing or is none." };
  if (said["apikey"] !== account.apiKey) return { code: 4001, reason: "The token names no API key, or another one." };
  if (account.isDeactivated) return { code: 4053, reason: "The API key is switched off." };
  const claims = await readToken(token, account.keys, most);
  if (claims === undefined) return { code: 4002, reason: "The signature is not one of this project's." };
  return hasExpired(claims, at) ? { code: 4002, reason: "The token has expired." } : { claims };
}
