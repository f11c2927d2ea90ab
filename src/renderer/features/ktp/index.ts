/** The KTP: photograph it (S5), check what was read (S6), confirm the NIK (S7). */
export { KtpConfirmScreen } from './KtpConfirmScreen.tsx'
export { KtpPhotoScreen } from './KtpPhotoScreen.tsx'
export { NikConfirmScreen } from './NikConfirmScreen.tsx'
