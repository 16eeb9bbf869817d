import { CommandError } from "./command-error.js";

const milliseconds = 2000;

/** `health`: whether the server that this environment describes is alive. For a container, which has no curl. */
export async function runHealth(environment: NodeJS.ProcessEnv): Promise<boolean> {
  const port = environment["ROOMPASS_PORT"] ?? "8787";
  if (!/^\d{1,5}$/.test(port)) throw new CommandError("ROOMPASS_PORT is no port.");
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(milliseconds) });
    return answer.status === 200;
  } catch {
    return false;
  }
}
