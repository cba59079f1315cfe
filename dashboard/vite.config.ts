import { defineConfig } from "vite";

/** The hub serves what is built here at `/`; nothing is inline, which its policy would refuse. */
export default defineConfig({
  base: "/",
  build: {
    outDir: "../dist/dashboard",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    target: ["chrome123", "firefox125", "safari17.5"],
  },
  server: { proxy: { "/graphql": { target: "http://localhost:4000", ws: true } } },
});
