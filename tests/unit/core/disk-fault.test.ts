import { expect, it } from 'vitest'
import { diskFault } from '../../../src/main/services/files/index.ts'

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_FULL', 'disk-full'],
  ['EROFS', 'not-writable'],
  ['EACCES', 'not-writable'],
  ['EIO', 'not-writable'],
  ['SQLITE_READONLY_DBMOVED', 'not-writable'],
  ['SQLITE_IOERR_WRITE', 'not-writable'],
  ['SQLITE_IOERR_FSYNC', 'not-writable'],
  ['SQLITE_CANTOPEN', 'not-writable'],
  ['SQLITE_CORRUPT', undefined],
  ['SQLITE_IOERR_SHORT_READ', undefined],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
  ['ECONNREFUSED', undefined],
])('%s means %s', (code, fault) => {
  expect(diskFault(Object.assign(new Error('x'), { code }))).toBe(fault)
})

it('says nothing of what is no error of a disk', () => {
  for (const cause of [new Error('x'), undefined, null, 'ENOSPC', { code: 28 }])
    expect(diskFault(cause)).toBeUndefined()
})
