/** The last look before sending (S12). */
export { ReviewScreen } from './ReviewScreen.tsx'
