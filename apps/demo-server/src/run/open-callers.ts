import type { CallerDirectory } from "@roompass/service";
import type { Logger } from "pino";
import { openKeysFile } from "../callers/keys-file.js";
import { createDevelopmentCaller } from "./development-caller.js";

export interface OpenedCallers {
  readonly callers: CallerDirectory;
  /** Development: the key that was made up. */
  readonly key: string | undefined;
  reload(): Promise<void>;
  close(): void;
}

/** The callers of the keys file, or the one that is made up without it. */
export async function openCallers(
  path: string | undefined,
  providers: readonly string[],
  randomBytes: (length: number) => Uint8Array,
  logger: Logger,
): Promise<OpenedCallers> {
  if (path === undefined) {
    const { callers, key } = await createDevelopmentCaller(providers, randomBytes);
    return { callers, key, reload: async () => undefined, close: () => undefined };
  }
  const file = await openKeysFile(path, {
    reloaded: (count) => logger.info({ callers: count }, "the keys file was read again"),
    refused: (problems) => logger.error({ problems }, "the keys file is not valid; the keys before it stay good"),
  });
  logger.info({ callers: file.size }, "the keys file was read");
  return { callers: file, key: undefined, reload: () => file.reload(), close: () => file.close() };
}
