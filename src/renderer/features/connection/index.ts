/** How the central is reached: proxy, office certificate, and a test, at first set-up and later. */
export { ConnectionForm, type ConnectionFormProps } from './ConnectionForm.tsx'
export { type ConnectionChoices, choicesOf, connectionInput } from './connection-choices.ts'
export { LoadedConnection } from './LoadedConnection.tsx'
export { useConnectionTest } from './use-connection-test.ts'
