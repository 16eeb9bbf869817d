// Platforms that load one file. Nothing of Node is in reach, by import or by global name.
import { runSmoke } from "./smoke.mjs";

const answer = async () => ({ smoke: await runSmoke() });

globalThis.roompassCheck = answer;

export default {
  fetch: async () => Response.json(await answer()),
};
