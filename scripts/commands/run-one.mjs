import { runToEnd } from '../lib/child.mjs'
import { fromRoot } from '../lib/paths.mjs'
import { buildWhenChanged } from '../steps/build.mjs'

/** Runs a built entry. Its stdout belongs to it alone: scripts read JSON from it. */
export const runBuilt = (entry) => async (args, runtime) => {
  await buildWhenChanged(runtime)
  return (await runToEnd(runtime.node, [fromRoot(entry), ...args], { env: runtime.env })).code
}

/** Runs a TypeScript file directly: Node 24 strips the types. */
export const runScript =
  (file) =>
  async (args, { node, env }) =>
    (await runToEnd(node, [fromRoot(file), ...args], { env })).code
