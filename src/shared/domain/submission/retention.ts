/**
 * Days the kiosk keeps its working copy after the outcome: what the consent screen promises is what the
 * retention sweep does (UU 27/2022 art. 16(2)g).
 */
export const RETENTION_DAYS = { verified: 1, rejected: 14 } as const
