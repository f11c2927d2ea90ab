/** Locked and interrupted visits. */
export { Drafts } from './Drafts.tsx'
export { Lock } from './Lock.tsx'
export { OverrideDialog } from './OverrideDialog.tsx'
export { PinDialog } from './PinDialog.tsx'
