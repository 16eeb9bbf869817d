import { deepFreeze } from "../grant/freeze.js";
import { grantCodes } from "./codes-grant.js";
import { tokenCodes } from "./codes-token.js";
import { vendorCodes } from "./codes-vendor.js";

/** The stage at which something was refused, in the order in which they run. */
export type Phase =
  | "limit"
  | "form"
  | "header"
  | "signature"
  | "claims"
  | "policy"
  | "grant"
  | "translate"
  | "request"
  | "usage";

/** One line of the list of codes; `docs/errors.md` is generated from these. */
export interface CodeEntry {
  /** The stage at which it comes up. */
  readonly phase: Phase;
  /** What was found. */
  readonly cause: string;
  /** What to do. */
  readonly cure: string;
}

/** Every code that a `RoompassError` can carry. Codes are never renamed or reused. */
export const errorCodes = deepFreeze({ ...tokenCodes, ...grantCodes, ...vendorCodes } as const);

/** Every code that an error of roompass can have. Codes are added, never renamed. */
export type ErrorCode = keyof typeof tokenCodes | keyof typeof grantCodes | keyof typeof vendorCodes;
