export { default } from './Guidance.tsx'
