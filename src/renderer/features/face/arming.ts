/** The tick of the petugas that arms the camera: no bundled model sees glasses or masks reliably (guide 004). */
export const ARMING_FIELD = 'tanpaKacamataMasker'
