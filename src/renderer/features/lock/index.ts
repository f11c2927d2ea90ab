/** Locked and interrupted visits. */
export { Drafts } from './Drafts.tsx'
export { Lock } from './Lock.tsx'
export { PinDialog } from './PinDialog.tsx'
