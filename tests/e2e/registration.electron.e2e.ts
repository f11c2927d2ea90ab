import { whyNoElectron } from './support/electron.ts'
import { registrationJourneys } from './support/journeys.ts'
import { test } from './support/test.ts'

const why = whyNoElectron()
test.skip(why !== undefined, why)

registrationJourneys()
