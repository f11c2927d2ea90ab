import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where the script of a worker thread lies: beside its host while developing; in the bundle beside the entry, which is one
 * folder up when the host was put into a chunk.
 * @param from `import.meta.url` of the host
 * @param name of the script, without its ending
 */
export const findWorkerScript = (from: string, name: string): URL => {
  const names = from.endsWith('.ts') ? [`./${name}.ts`] : [`./${name}.js`, `../${name}.js`]
  const urls = names.map((each) => new URL(each, from))
  return urls.find((url) => existsSync(fileURLToPath(url))) ?? (urls[0] as URL)
}
