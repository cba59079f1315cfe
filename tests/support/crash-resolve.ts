import { registerHooks } from "node:module";

/**
 * Lets Node run our TypeScript as it is: imports name the compiled file (`./one.js`), and what is
 * there is the source (`./one.ts`). Loaded with --import, before anything else.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context);
    try {
      return next(specifier.replace(/\.js$/, ".ts"), context);
    } catch {
      return next(specifier, context);
    }
  },
});
