/** First run of a kiosk, and connecting it to the central later. */
export { type CentralAddress, CentralForm, type CentralFormProps } from './CentralForm.tsx'
export { default } from './SetUp.tsx'
export { useEnrolErrorText } from './use-enrol-error-text.ts'
