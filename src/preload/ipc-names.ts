/** The one call and the one event stream between page and main process. */
export const CALL = 'kiosk:call'
export const EVENT = 'kiosk:event'
