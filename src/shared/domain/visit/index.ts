export { DRAFT_LIFE, type DraftState, wipeAt } from './life.ts'
export { laterStep, mayGoTo, stepAfter } from './navigation.ts'
