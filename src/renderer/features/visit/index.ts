/** The visit: screens S2–S12, chosen by the step the core stands at. */
export { Visit as default } from './Visit.tsx'
