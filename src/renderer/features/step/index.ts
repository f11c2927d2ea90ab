/** What every screen of a visit is made of: the step's state, its frame, its fields. */
export { FieldControl, type FieldControlProps } from './FieldControl.tsx'
export { jpegFile } from './jpeg-file.ts'
export { GroupError, StepScreen, type StepScreenProps } from './StepScreen.tsx'
export { type StepApi, StepProvider, useStep } from './step-context.ts'
export { useFieldText } from './use-field-text.ts'
export { useFileUrl } from './use-file-url.ts'
export { type ShownPhoto, usePhoto } from './use-photo.ts'
export { useStepApi } from './use-step-api.ts'
