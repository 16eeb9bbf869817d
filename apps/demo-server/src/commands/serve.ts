import { loadConfiguration } from "../configuration/load-configuration.js";
import { greeting } from "../greeting/greeting.js";
import { startServer } from "../run/start-server.js";
import { realSurroundings } from "../run/surroundings.js";
import { untilStopped } from "../run/until-stopped.js";
import type { Output } from "./output.js";

/** Without a command: starts the server, and stops it when it is told to. */
export async function runServe({ out }: Output): Promise<void> {
  const configuration = await loadConfiguration(process.env);
  const running = await startServer(configuration, realSurroundings());
  untilStopped(running, configuration);
  if (configuration.isDevelopment) out(greeting(running));
}
