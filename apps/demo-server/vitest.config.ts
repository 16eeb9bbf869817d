import { defineConfig } from "vitest/config";
import { packageTests } from "../../tools/vitest.shared.ts";

// Without the condition `module`, which is for bundlers: some packages have files under it that Node cannot load.
const resolve = { conditions: ["@roompass/source", "node", "development|production"] };

export default defineConfig({ ...packageTests("demo-server"), resolve, ssr: { resolve } });
