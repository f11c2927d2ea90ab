/** The visit: screens S2–S12, chosen by the step the core stands at, and what it holds of the registrant. */
export { StoredData } from './StoredData.tsx'
export { Visit as default } from './Visit.tsx'
