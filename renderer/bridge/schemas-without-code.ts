// zod builds its parsers from text where it may; the page's rules (CSP) forbid that, and each try would be reported as a violation. Written on
// the place where zod looks for its settings (zod/v4/core/core.js), so that the library itself is not brought into the start. Imported before any schema.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
