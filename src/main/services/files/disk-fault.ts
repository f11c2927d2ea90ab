/** A disk that cannot be written to, as a person has to mend it. */
export type DiskFault = 'disk-full' | 'not-writable'

const FULL = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL']
const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENXIO', 'ENODEV']
/** `SQLITE_IOERR_…` that mean writing; SQLite says so for a disk that is gone or became read-only. */
const SQLITE_NOT_WRITABLE =
  /^SQLITE_(READONLY|PERM|CANTOPEN|IOERR_(WRITE|FSYNC|DIR_FSYNC|TRUNCATE|ACCESS|LOCK|SHM))/

/** What an error of the file system or of SQLite says about the disk; undefined when it is about something else. */
export function diskFault(cause: unknown): DiskFault | undefined {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  if (FULL.includes(code)) return 'disk-full'
  return NOT_WRITABLE.includes(code) || SQLITE_NOT_WRITABLE.test(code) ? 'not-writable' : undefined
}
