export { DRAFT_LIFE, type DraftState, wipeAt } from './life.ts'
export { laterStep, mayGoTo, stepAfter } from './navigation.ts'
export { StepTime, stepTimes, type VisitTime, visitTime } from './service-time.ts'
