/** Three plain questions for people who do not know the name of the service they need. */
export { Choosing as default } from './Choosing.tsx'
