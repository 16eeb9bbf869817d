import { toBase64url } from "../../src/tokens/base64url.ts";
import { signatureOf } from "../../src/tokens/signature.ts";
import type { Broken } from "./support/broken.ts";
import { lenient } from "./support/lenient.ts";

export const broken: Broken = {
  fault: "accepts every spelling of the same bytes",
  make: () =>
    lenient((token, { secrets }) => {
      const parts = token.split(".");
      if (parts.length !== 3 || !/^[\w.-]+$/.test(token)) return undefined;
      const [header = "", claims = "", signature = ""] = parts.map((part) =>
        toBase64url(Buffer.from(part, "base64url")),
      );
      const shown = `${parts[0]}.${parts[1]}`;
      if (!secrets.some((secret) => signatureOf(shown, secret) === signature)) return undefined;
      return `${header}.${claims}.${signatureOf(`${header}.${claims}`, secrets[0] ?? "")}`;
    }),
};
