export { type InspectedDocument, inspectDocument } from './inspect.ts'
