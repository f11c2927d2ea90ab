/** Sending without any network: packets out and receipts in, by stick (docs/courier.md). */
export { default } from './CourierPage.tsx'
