/** Locked and interrupted visits. */
export { Drafts } from './Drafts.tsx'
export { Lock } from './Lock.tsx'
