/** The office's settings, for its admin: people, limit, line to the centre, recovery key. */
export { default } from './OfficePage.tsx'
