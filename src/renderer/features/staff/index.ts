/** The office's people: opening a shift, making PINs. */
export { NewPin, type NewPinProps } from './NewPin.tsx'
export { SignIn } from './SignIn.tsx'
export { StaffPage } from './StaffPage.tsx'
