// Node, Bun and Deno: the packages as they are installed, resolved by the platform itself.
import { runConformance, vendors } from "./conformance.mjs";
import { runSmoke } from "./smoke.mjs";

const write = (value) => console.log(`RESULT ${JSON.stringify(value)}`);

write({ smoke: await runSmoke() });
for (const vendor of vendors) write({ conformance: await runConformance(vendor) });
