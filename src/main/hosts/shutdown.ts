/** How long a clean stop may take before the process ends anyway; the store survives that too. */
const GRACE_MS = 10_000

/** How often it is looked whether the launching script is still there. */
const WATCH_MS = 500

/**
 * Ends the process cleanly, once, on SIGINT, SIGTERM, SIGHUP or when the returned function is called.
 * @returns asks for the end; calling it again changes nothing
 */
export function stopOnSignals(stop: () => Promise<void>): (exitCode?: number) => void {
  let stopping = false
  const end = (exitCode = 0): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(exitCode || 1), GRACE_MS).unref()
    stop().then(
      () => process.exit(exitCode),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${error instanceof Error ? error.name : 'unknown'}\n`)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) process.on(signal, () => end())
  watchLauncher(end)
  return end
}

/** Ends with the script that started this host (scripts/lib/child.mjs), also when that was killed with -9. */
export function watchLauncher(end: () => void): void {
  const launcher = Number(process.env.LPSE_KIOSK_LAUNCHER)
  if (launcher !== process.ppid) return
  setInterval(() => {
    if (process.ppid !== launcher) end()
  }, WATCH_MS).unref()
}
