/**
 * Names under which programs offer themselves as a camera. Somebody could show them a picture instead of a face; a desk
 * uses them only where an admin allows it. A name is a hint, no proof: a driver may call itself anything.
 */
const VIRTUAL =
  /\b(virtual|obs|manycam|xsplit|snap camera|droidcam|iriun|epoccam|camo|ndi|mmhmm|splitcam|youcam|sparkocam|webcamoid|v4l2loopback|dummy video|screen ?capture|fakewebcam|altercam|avatarify|deepfacelive|e2esoft)/i

export const isVirtualCamera = (label: string): boolean => VIRTUAL.test(label)
