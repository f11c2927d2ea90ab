/** Cek NIB: the company of a supplier's access (001 steps 1–3). */
export { CompanyScreen } from './CompanyScreen.tsx'
