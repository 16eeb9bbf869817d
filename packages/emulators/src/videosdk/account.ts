import { EmulatorError } from "../emulator/errors.js";
import type { Members } from "../emulator/model.js";
import type { World } from "../emulator/settings.js";
import { peekClaims, readToken, type TokenKey } from "../token/compact-token.js";
import { hasExpired } from "./claims.js";

/** What has become of an account or its key. Nobody gets in with it unless it is `active`. */
export type AccountState = "active" | "key-off" | "deactivated" | "discontinued" | "add-ons-off";

interface Refusal {
  readonly code: number;
  readonly reason: string;
}

const refusals: Readonly<Record<Exclude<AccountState, "active">, Refusal>> = {
  "key-off": { code: 4053, reason: "The API key is switched off in the dashboard." },
  deactivated: { code: 4006, reason: "The vendor has deactivated the account." },
  discontinued: { code: 4007, reason: "The account has been discontinued." },
  "add-ons-off": { code: 4021, reason: "The account's add-on services are switched off." },
};

/** @throws EmulatorError `settings` for a state that there is not. */
export function readAccountState(state: AccountState): AccountState {
  if (state === "active" || Object.hasOwn(refusals, state)) return state;
  throw new EmulatorError("settings", `\`account\` is one of active, ${Object.keys(refusals).join(", ")}.`);
}

/** What the vendor knows about a project's key. */
export interface Account {
  readonly world: World;
  readonly apiKey: string;
  readonly keys: readonly TokenKey[];
  readonly state: AccountState;
}

/** The claims of a good token, or the vendor's code for what is wrong with it. */
export type TokenCheck = { readonly claims: Members } | Refusal;

/** What both doors, that of a room and that of the server API, check first. */
export async function checkToken(account: Account, token: string | undefined, at: number): Promise<TokenCheck> {
  const most = account.world.limits.tokenCharacters;
  const said = token === undefined ? undefined : peekClaims(token, most);
  if (token === undefined || said === undefined) return { code: 4002, reason: "The token is missing or is none." };
  if (said["apikey"] !== account.apiKey) return { code: 4001, reason: "The token names no API key, or another one." };
  if (account.state !== "active") return refusals[account.state];
  const claims = await readToken(token, account.keys, most);
  if (claims === undefined) return { code: 4002, reason: "The signature is not one of this project's." };
  return hasExpired(claims, at) ? { code: 4002, reason: "The token has expired." } : { claims };
}
