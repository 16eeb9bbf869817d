import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { metaPolicy, securityHeaders } from "./security-headers.ts";

/** The policy in the page itself, so that it holds wherever the files are put, and for hosts that read `_headers`. */
function securityPolicy(): Plugin {
  return {
    name: "security-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy },
        injectTo: "head-prepend",
      },
    ],
    generateBundle() {
      const lines = Object.entries(securityHeaders).map(([name, value]) => `  ${name}: ${value}\n`);
      this.emitFile({ type: "asset", fileName: "_headers", source: `/*\n${lines.join("")}` });
    },
  };
}

export default defineConfig({
  // Relative, so that the page works under any path.
  base: "./",
  plugins: [react(), securityPolicy()],
  build: {
    // Nothing is inlined, and nothing is fetched later.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    target: "es2023",
    reportCompressedSize: false,
    // The library, its four adapters and React, in one file on purpose: a second one would be fetched later.
    chunkSizeWarningLimit: 700,
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
  },
});
