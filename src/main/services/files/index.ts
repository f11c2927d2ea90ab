export { type DiskFault, diskFault } from './disk-fault.ts'
export { makeFolder, nearestFolder, removeWhenEmpty } from './make-folder.ts'
