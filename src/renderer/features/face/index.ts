/** The face photo (S11). */
export { FaceScreen } from './FaceScreen.tsx'
