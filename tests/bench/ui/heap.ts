import type { CDPSession } from '@playwright/test'

/** What a page holds, in bytes: things of its own, and all of it with the browser's compiled code. */
export type Heap = { readonly held: number; readonly whole: number; readonly nodes: number }

type Snapshot = {
  readonly snapshot: { readonly meta: { readonly node_fields: string[]; readonly node_types: [string[]] } }
  readonly nodes: number[]
}

/**
 * Kinds of V8's heap snapshot that a program makes. `code` (what V8 has compiled so far) and `native` (the browser's
 * records of requests and timings, kept for the tools that measure) grow by themselves and come to rest.
 */
const OWN: readonly string[] = [
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'regexp',
  'number',
  'symbol',
  'bigint',
]

/** What is left after everything that nobody holds has been thrown away. */
export async function heapOf(devtools: CDPSession): Promise<Heap> {
  await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes } = await devtools.send('Memory.getDOMCounters')
  return { held: heldBytes(await takeSnapshot(devtools)), whole: usedSize, nodes }
}

async function takeSnapshot(devtools: CDPSession): Promise<Snapshot> {
  const chunks: string[] = []
  const listen = ({ chunk }: { chunk: string }) => chunks.push(chunk)
  devtools.on('HeapProfiler.addHeapSnapshotChunk', listen)
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  devtools.off('HeapProfiler.addHeapSnapshotChunk', listen)
  return JSON.parse(chunks.join('')) as Snapshot
}

function heldBytes({ snapshot: { meta }, nodes }: Snapshot): number {
  const width = meta.node_fields.length
  const size = meta.node_fields.indexOf('self_size')
  let bytes = 0
  for (let at = 0; at < nodes.length; at += width) {
    if (OWN.includes(meta.node_types[0][nodes[at] ?? -1] ?? '')) bytes += nodes[at + size] ?? 0
  }
  return bytes
}
