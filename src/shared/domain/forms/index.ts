export { checkField } from './check-field.ts'
export { type CheckedValues, checkDraftValues, checkForm, checkStep } from './check-step.ts'
export * from './form-definition.ts'
export { getStep, visibleFields, visibleOptions, visibleSteps } from './visibility.ts'
