import { type FileHandle, open, stat } from "node:fs/promises";

const bytesAtOnce = 65_536;

async function readPart(file: FileHandle): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(new Uint8Array(bytesAtOnce), 0, bytesAtOnce, null);
  return buffer.subarray(0, bytesRead);
}

/**
 * What a file, a pipe or a device holds, read only as far as it is asked for. A stream would read ahead, and a pipe
 * whose other end falls silent would then keep the process from ending.
 */
export async function* fileChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, "r");
  try {
    for (let part = await readPart(file); part.length > 0; part = await readPart(file)) yield part;
  } finally {
    await file.close();
  }
}

const accessOfOthers = 0o006;

/** Whether every user of the machine can read or change a file. Systems without such bits answer no. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  if (process.platform === "win32") return false;
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && (found.mode & accessOfOthers) !== 0;
}
