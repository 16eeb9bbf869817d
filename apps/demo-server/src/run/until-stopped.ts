import closeWithGrace from "close-with-grace";
import type { Configuration } from "../configuration/configuration.js";
import type { RunningServer } from "./start-server.js";

/**
 * One Ctrl-C reaches a program twice when npm started it: from the terminal, and from npm. Only what comes later than this
 * is somebody who does not want to wait.
 */
const sameKeyMilliseconds = 500;

/**
 * Stops the server when it is told to, and ends the process: with 0 when everything was answered, with 1 after the time
 * limit, a second signal or a bug. SIGHUP reads the keys file again.
 */
export function untilStopped(
  running: RunningServer,
  { ROOMPASS_STOP_DELAY_MILLISECONDS: delay, ROOMPASS_STOP_LIMIT_MILLISECONDS: limit }: Configuration,
): void {
  const { logger } = running;
  const closing = closeWithGrace(
    {
      delay: delay + limit,
      skip: ["SIGHUP", "SIGINT"],
      // Its own words would show whole errors.
      logger: false,
      onSecondSignal: (signal) => logger.error({ signal }, "a second signal: ending at once"),
      onSecondError: (error) => logger.fatal({ err: error }, "an error while stopping"),
      onTimeout: () => logger.error({ open: running.server.open.count }, "not everything was answered in time"),
    },
    async ({ err }) => {
      if (err !== undefined) {
        logger.fatal({ err }, "an error that nobody caught");
        process.exitCode = 1;
      }
      await running.stop();
      // Thrown errors end the process with 1, which is for whoever watches over it.
      if (err !== undefined) throw err;
    },
  );
  let interruptedAt = Number.NEGATIVE_INFINITY;
  process.on("SIGINT", () => {
    const now = performance.now();
    if (interruptedAt === Number.NEGATIVE_INFINITY) {
      interruptedAt = now;
      closing.close();
    } else if (now - interruptedAt > sameKeyMilliseconds) {
      logger.error({ signal: "SIGINT" }, "a second signal: ending at once");
      process.exit(1);
    }
  });
  process.on("SIGHUP", () => void running.reload());
}
