// Every run draws the same random cases unless it is told otherwise, so a red build can be repeated anywhere.
// ROOMPASS_SEED=<integer> chooses another seed; the seed in use is printed at the start of a run.
import fc from "fast-check";
import { seedFromEnvironment } from "./seed.ts";

fc.configureGlobal({ seed: seedFromEnvironment() });
