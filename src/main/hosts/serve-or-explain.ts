import { StartError } from './start-error.ts'

/**
 * Starts a server; a port that somebody else has becomes words.
 * @throws {StartError} when the port is in use
 */
export async function serveOrExplain<T>(port: number, serve: () => Promise<T>): Promise<T> {
  try {
    return await serve()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new StartError(
      `Port ${port} is in use.`,
      'choose another with --port, or --port 0 for any free one',
    )
  }
}
