import { fileURLToPath } from "node:url";
import { mergeConfig } from "vitest/config";
import { packageTests } from "../../tools/vitest.shared.ts";

// The tests in a browser need the built page; it is built once for all of them, and only when it is out of date.
export default mergeConfig(packageTests("playground"), {
  test: { globalSetup: [fileURLToPath(new URL("./test/support/build-page.ts", import.meta.url))] },
});
