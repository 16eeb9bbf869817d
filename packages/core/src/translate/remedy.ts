/**
 * One thing that somebody can do to change an outcome, as data.
 *
 * - `room`, `dashboard`: a setting at the vendor. - `client`: something to pass to the vendor's SDK when joining.
 * - `policy`: a member of the translation policy (or of the grant, when issuing).
 */
export interface Remedy {
  /** The vendor whose setting it is; absent for `policy`. */
  readonly vendor?: string;
  /** Where it is done; see above. */
  readonly where: "room" | "client" | "dashboard" | "policy";
  /** Name of the setting: `enable_knocking`, `micEnabled`, `narrow.expiresAt`, `allowWidening`. */
  readonly setting: string;
  /** The value to give it; absent where only the caller can know it. */
  readonly value?: unknown;
}
