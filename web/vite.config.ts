import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";

/** Writes app.js.br and app.js.gz beside app.js, so that the server never compresses a file. */
function compressed(): Plugin {
  const isText = (name: string) => /\.(js|css|html|svg|json|webmanifest|txt)$/.test(name);
  return {
    name: "compressed",
    apply: "build",
    enforce: "post",
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        for (const entry of readdirSync("dist", { recursive: true, withFileTypes: true })) {
          const path = join(entry.parentPath, entry.name);
          if (!entry.isFile() || !isText(entry.name)) continue;
          const text = readFileSync(path);
          writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
          writeFileSync(
            `${path}.br`,
            brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
          );
        }
      },
    },
  };
}

export default defineConfig({
  plugins: [
    preact({ reactAliasesEnabled: false }),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "service_worker.ts",
      injectRegister: false,
      manifest: false,
      injectManifest: { globPatterns: ["**/*.{js,css,html,svg,png,woff2,webmanifest}"] },
    }),
    compressed(),
  ],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
  test: {
    include: ["**/*.test.ts"],
    environment: "node",
    maxConcurrency: 2,
    testTimeout: 150_000,
    hookTimeout: 30_000,
  },
});
