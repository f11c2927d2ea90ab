/** The test of the desk's cameras ("Uji kamera"). */
export { default } from './CameraTest.tsx'
