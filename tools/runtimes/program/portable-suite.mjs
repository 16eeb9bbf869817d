// Platforms that load one file, with stand-ins for what the suite itself needs: one vendor after the other, since an
// answer ends a piece of work on some of them.
import { runConformance } from "./conformance.mjs";

const answer = async (vendor) => ({ conformance: await runConformance(vendor) });

globalThis.roompassCheck = answer;

export default {
  fetch: async (request) => Response.json(await answer(new URL(request.url).pathname.slice(1))),
};
