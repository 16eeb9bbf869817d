// Prints the seed of the property tests once per run, so that it is in every log.
import { seedFromEnvironment } from "./seed.ts";

export default function announceSeed(): void {
  console.log(`Property tests use ROOMPASS_SEED=${seedFromEnvironment()}`);
}
