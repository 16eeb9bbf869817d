import type { ChunkTask } from "../input/input.js";
import { readRange } from "../input/read-range.js";
import { MigrateError } from "../migrate-error.js";
import type { EngineFile } from "./engine.js";

/** The lines of a chunk, read where it says or as it carries them. */
export function readChunk(content: ChunkTask["content"], file: EngineFile | undefined, lineBytes: number): Buffer {
  if (content.kind === "bytes") return content.bytes;
  if (file === undefined) throw new MigrateError("migrate.worker", "There is no file to read this chunk from.");
  return readRange({ ...file, lineBytes }, content.range);
}
