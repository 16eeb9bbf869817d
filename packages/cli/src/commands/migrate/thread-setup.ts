// What each worker thread of `roompass migrate` loads.
import type { Setup } from "@roompass/migrate";
import { type MigrationData, migrationSetup } from "./migration-setup.js";

export const setup: Setup = ({ now, data }) =>
  migrationSetup(data as MigrationData, now, { fetch: (url, init) => fetch(url, init) });
