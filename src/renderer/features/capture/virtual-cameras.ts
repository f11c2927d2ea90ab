/**
 * Beginnings of words in the names under which programs offer themselves as a camera; `$` where the word must end there,
 * because a real camera's begins alike (OBSBOT is a maker of cameras). Any program may call its camera "virtual".
 */
const WORDS = [
  'virtual',
  'obs$',
  'ndi$',
  'camo$',
  '(?:ak|i)?vcam',
  'altercam',
  'animaze',
  'avatarify',
  'camtwist',
  'chromacam',
  'deepfacelive',
  'droidcam',
  'dummy video',
  'e2esoft',
  'ecamm',
  'epoccam',
  'facerig',
  'fake ?(?:web)?cam',
  'finecam',
  'fineshare',
  'iriun',
  'logi(?:tech)? capture',
  'loom camera',
  'magic ?camera',
  'manycam',
  'mmhmm',
  'nvidia broadcast',
  'prezi',
  'prism ?lens',
  'snap camera',
  'sparkocam',
  'splitcam',
  'spout ?cam',
  'swap ?face',
  'u?screen[ -]?capture',
  'unity video',
  'v4l2loopback',
  'vmix',
  'vseeface',
  'vtube ?studio',
  'webcammax',
  'webcamoid',
  'wirecast',
  'xpression',
  'xsplit',
  'youcam',
]

const VIRTUAL = new RegExp(String.raw`\b(?:${WORDS.join('|').replaceAll('$', String.raw`\b`)})`, 'i')

/**
 * Whether a camera is a program. Somebody could show it a picture instead of a face; a desk uses it only where an admin
 * allows that. A name is a hint, no proof: a driver may call itself anything.
 */
export const isVirtualCamera = (label: string): boolean => VIRTUAL.test(label)
