import { defineConfig } from "vitest/config";
import { TSCONFIG } from "../vitest.shared.ts";

export default defineConfig({
  tsconfig: TSCONFIG,
  test: { name: "structure", environment: "node", isolate: false, include: ["*.test.ts"], testTimeout: 180_000 },
});
