/** Largest input of a call on every transport: one photo in base64 with room to spare. Beyond it: `too-large`. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024
