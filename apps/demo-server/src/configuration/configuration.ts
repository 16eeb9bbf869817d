import type { Variables } from "./schema.js";

/** Everything that the server is told from outside, checked. */
export interface Configuration extends Omit<Variables, "ROOMPASS_CONFIG_FILE"> {
  /** Nobody configured keys: one is made up for this run, and what is convenient is the default. */
  readonly isDevelopment: boolean;
  /** Only this machine can reach the server. */
  readonly isLocal: boolean;
  /** Vendors without credentials are emulated. */
  readonly emulatesMissing: boolean;
}
