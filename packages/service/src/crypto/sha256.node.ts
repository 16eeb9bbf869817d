import { createHash } from "node:crypto";
import type * as Seam from "./sha256.js";

export const sha256: typeof Seam.sha256 = (data) => createHash("sha256").update(data).digest();
