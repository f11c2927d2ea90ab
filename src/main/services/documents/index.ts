export { bindPages, inspectPage, type Page } from './bind-pages.ts'
export { type DocumentRefusal, type InspectedDocument, inspectDocument } from './inspect.ts'
