import { registerHooks } from 'node:module'

/** Preloaded with `--import`: whoever asks for `electron` gets the stand-in. */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    return { url: new URL('./electron-stand-in.fixture.ts', import.meta.url).href, shortCircuit: true }
  },
})
