import type { Fact } from "@roompass/core/adapter";
import { fact } from "./sources.js";

/** Members that are no properties of Daily's and are known to grant and restrict nothing. */
export const harmless: Readonly<Record<string, Fact>> = {
  /** Free text for applications that came from OpenTok; Daily's own bridge writes and reads it. */
  otcd: fact("opentokNode"),
  /** The token's own id; Daily keeps no state about tokens. */
  jti: fact("tokens"),
};
