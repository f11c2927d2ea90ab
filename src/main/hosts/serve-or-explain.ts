import type { Core } from './start-core.ts'
import { portForbidden, portInUse } from './start-errors.ts'

/**
 * Starts a server on the running core; a port that cannot be had becomes words, and the core is stopped.
 * @throws {StartError} when the port is in use, or not for this user
 */
export async function serveOrExplain<T>(port: number, core: Core, serve: () => Promise<T>): Promise<T> {
  try {
    return await serve()
  } catch (error) {
    await core.stop()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') throw portInUse(port)
    if (code === 'EACCES') throw portForbidden(port)
    throw error
  }
}
