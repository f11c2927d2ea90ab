import { registerHooks } from 'node:module'

/** Preloaded with `--import`: whoever asks for `electron` ends the process with a code of its own. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && !specifier.startsWith('electron/')) return next(specifier, context)
    process.stderr.write(`electron was asked for by ${context.parentURL}\n`)
    process.exit(97)
  },
})
