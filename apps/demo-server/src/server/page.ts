import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic, { type FastifyStaticOptions } from "@fastify/static";
import type { FastifyInstance } from "fastify";

const strictest = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** What the page's build says that servers should send with it: lines of `Name: value`. */
function headersOfBuild(folder: string): Readonly<Record<string, string>> {
  const path = join(folder, "_headers");
  if (!existsSync(path)) return {};
  const lines = [...readFileSync(path, "utf8").matchAll(/^\s+([A-Za-z-]+): (.+)$/gm)];
  return Object.fromEntries(lines.map(([, name = "", value = ""]) => [name.toLowerCase(), value.trim()]));
}

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>roompass: the playground is not built</title>
<h1>The playground is not built</h1>
<p>The service itself works: see <a href="docs">its documentation</a>.</p>
<p>To have the page, run <code>npm run build</code> in the checkout, and start the server again.</p>
`;

/** Serves the playground at `/`. Files with a digest in their name are for ever, the page itself is asked for every time. */
export async function servePage(server: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    server.get("/", (_request, reply) => {
      const headers = { "content-type": "text/html; charset=utf-8", "content-security-policy": strictest };
      void reply
        .code(503)
        .headers({ ...headers, "cache-control": "no-store" })
        .send(notBuilt);
    });
    return;
  }
  const headers = headersOfBuild(folder);
  const files: Omit<FastifyStaticOptions, "root"> = {
    cacheControl: false,
    dotfiles: "ignore",
    decorateReply: false,
    setHeaders: (response, path) => {
      const isForEver = /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+$/.test(path);
      response.setHeader("cache-control", isForEver ? "public, max-age=31536000, immutable" : "no-cache");
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  };
  // By whatever names a build gives them, one that is made while the server runs too: the page then asks for its own.
  const isName = (path: string): boolean => /^\/\w[\w.-]*$/.test(path);
  await server.register(fastifyStatic, {
    ...files,
    root: join(folder, "assets"),
    prefix: "/assets/",
    index: false,
    allowedPath: isName,
  });
  const globIgnore = ["_headers", "assets/**"];
  await server.register(fastifyStatic, { ...files, root: folder, wildcard: false, globIgnore });
}
