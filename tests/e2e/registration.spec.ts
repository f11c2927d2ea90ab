import { registrationJourneys } from './support/journeys.ts'

registrationJourneys()
