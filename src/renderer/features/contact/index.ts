/** Contact: where the result goes (S9), and the codes that prove it (S10). */
export { CodesScreen } from './CodesScreen.tsx'
export { ContactScreen } from './ContactScreen.tsx'
