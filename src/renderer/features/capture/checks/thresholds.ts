/**
 * Every limit of the live checks in one place, measured on made pictures (docs/capture.md); no real camera has been tried.
 */
export const CARD_LIMITS = {
  /**
   * Three ways to tell a card from its desk: the cue, and the distance from the desk at which a pixel is certainly desk
   * (min) or certainly not (max). The strict one tells a card from paper on a warm desk, the mild one keeps its palest part.
   */
  cues: [
    { cue: 'colour', min: 22, max: 90 },
    { cue: 'blueness', min: 12, max: 18 },
    { cue: 'blueness', min: 18, max: 60 },
  ],
  /** Light that is given to a dim frame: its brightest fiftieth is brought to `wanted`, by `most` times at the most. */
  gain: { wanted: 150, most: 6 },
  /** The first cue's outline is the truest, unless another one sees something this much longer: then it saw the portrait. */
  portraitOnly: 1.3,
  /**
   * A thing that leaves the picture and is this many times as large as a card is what the card (its portrait) belongs to; a
   * crooked one is hardly believed beside it. And how much of its rectangle the thing fills: paper may reach out with it, but
   * not with a single surface. A longer thing (a pen) is no half of a card,
   * nor is one so many times darker than the brightest tenth of the frame (a phone).
   */
  cut: { overStraight: 3, overTilted: 0.8, minFill: 0.78, ofOneSurface: 0.9, maxAspect: 3.4, darker: 4 },
  /** A straight card within what another cue calls a tilted one counts from this share of its length. */
  straightShare: 0.5,
  /**
   * How much bluer than red a pixel of a card is, as a share of its green, and the share of such pixels; and how colourful
   * (0..1, the saturation of HSV) the portrait is, and its share of the card: more of it where the light leaves hardly any blue.
   * Below `overGreen` of its green a pixel is green.
   */
  bluish: {
    overGreen: 0.8,
    clear: { overRed: 0.165, minShare: 0.35 },
    faint: { overRed: 0.07, minShare: 0.5 },
    hardly: { overRed: 0.02, minShare: 0.6 },
    portrait: { colour: 0.45, minShare: 0.02, minShareHardly: 0.05 },
  },
  /**
   * The colour of a card's middle pixel as shares of its brightness: redder than blue, and green against the two others. KTP in
   * all lamps measured -0.25 to 0.04 and -0.1 to 0.08; golden cards 0.22 and more, green, red and purple ones 0.49 and more.
   */
  pale: { overBlue: 0.15, offGreen: 0.25 },
  /** Share of the frame below which a thing on the desk is not worth a hint. */
  minAreaShare: 0.03,
  /** The same for a bluish surface of a card's own shape: a card that is very far away. */
  minCardShare: 0.01,
  /** Above this share it is the desk itself. */
  maxAreaShare: 0.7,
  /** Long side : short side of a card (ISO/IEC 7810 ID-1: 85.60 × 53.98 mm = 1.586), tilted views included. */
  minAspect: 1.38,
  maxAspect: 1.82,
  /**
   * A part of what lies on the desk counts as a card when it has the card's own shape: a part of a card has another. One that
   * fills this much of its rectangle is seen whole, without a finger on it.
   */
  part: { minAspect: 1.5, maxAspect: 1.68, wholeFill: 0.93 },
  /** How much of its rectangle the thing fills: a hand or a cable fills less. */
  minFill: 0.82,
  /** Share of the frame's edge, two pixels deep, that the thing may cover before it counts as cut off. */
  maxEdgeContact: 0.024,
  /** Degrees that a card may be turned: the reader straightens 12 and more, but a person lays it straighter at no cost. */
  maxAngle: 15,
  /**
   * Seen aslant: opposite sides differ by this factor, or the outline has another shape; then four corners must do. A thing
   * larger than the quadrilateral of its corners (more than this share) has a corner hidden: they are not the card's.
   */
  aslant: {
    maxKeystone: 1.22,
    minFill: 0.9,
    wholeFill: 0.96,
    fromSideFill: 0.78,
    maxFill: 1.075,
    minAspect: 1.15,
    maxAspect: 2.7,
  },
  /** Skin is redder than green and than blue; white paper in warm light is only little redder than green. */
  hand: {
    redness: { overGreen: 28, overBlue: 50, least: 8 },
    /** A hand at the picture's edge: share of the edge that is skin. */
    minSkinShare: 0.6,
    /** Two rims of a card, pixels of the small frame inwards, and the share of each that is skin. */
    rims: [
      { from: 2, to: 5 },
      { from: 6, to: 9 },
    ],
    minRimShare: 0.025,
    /** Share of a rim that is this much darker than the rim as a whole. */
    darkShare: { min: 0.03, max: 0.2 },
    dark: 0.5,
    leastShortSide: 75,
  },
  /** Pixels along the long side that the reader needs (facts: letters of about 20 px). */
  minLongSidePx: 640,
  /** Wanted for the picture that is kept; less is said, not refused. */
  wantedLongSidePx: 1000,
  /** Brightness of the card (median 0..255): below is too dark. */
  minBrightness: 70,
  /** The same for an empty desk (its brightest tenth): a black desk is no darkness. */
  minDeskBrightness: 32,
  /** So much darker than its desk (the brightest tenth of the frame) is no KTP in any light: a phone, a black card. */
  darkThing: 2.2,
  /** Share of a frame without a card that is burnt out: a card on it could not be seen. */
  maxBurntDeskShare: 0.25,
  /** Share of the card that may be burnt out, and the brightness that counts as burnt out. */
  maxBurntShare: 0.25,
  burntAt: 250,
  /** Beside a reflection the dimmest quarter of a card is darker than this. */
  brightPaper: 205,
  /** From this share of burnt-out card a reflection may lie on print. */
  glareShare: 0.008,
  /** Steepest steps between neighbouring pixels, as a share of the local contrast: below is blurred. */
  minSteepness: 0.2,
  /** Below, a card is so blurred that its edge tells nothing. */
  smeared: 0.12,
  /** Dark–light range (0..255) that print has even when badly blurred; a blank sheet has only its noise. */
  minPrintContrast: 20,
  /**
   * Print: squares along the long side; the spread in a printed one, as a share of the contrast of the whole and at the least
   * (noise has less); and the share of such squares. KTP measured 0.26 and more, bank cards 0.2 at the most.
   */
  print: {
    perCard: 45,
    ofRange: 0.4,
    least: 24,
    minShare: 0.23,
    /** In the small frame: the squares, px, how far from the rim they begin, and cards cut off measured 0.29 and more, books 0. */
    small: { side: 5, rim: 6, least: 24, minShare: 0.26 },
  },
} as const

/**
 * Face photo. Sizes are pixels of the camera's frame, never shares of an oval: on a desk at 40–80 cm such shares end in an
 * endless "move closer" (walk-up users of AWS Amplify). Brightness is 0..255. What each limit lets through and refuses on
 * made pictures stands in docs/capture.md.
 */
export const FACE_LIMITS = {
  /** Score of a certain face, box and mesh both (face-id demo of @vladmandic/human: 0.6; ours are softer in poor light). */
  minScore: 0.5,
  /** Another face counts from this share of the first one's height: a queue far behind does not. */
  minOtherShare: 0.4,
  /** Hairline to chin. The face-id demo asks for 224 px of a box that holds hair too; a 720p camera at 80 cm gives 205. */
  minHeightPx: 200,
  /** Share of the frame's height; crown to chin it is then 75 % of the portrait (ICAO Doc 9303: 70–80 %). */
  maxHeightShare: 0.63,
  /** Middle of the face from the middle of the frame, as a share of its width and height (guide 004: in the middle). */
  maxOffCentre: { ofWidth: 0.16, ofHeight: 0.26 },
  /** What must be inside the frame above the hairline and below the chin, in face heights. */
  headRoom: { above: 0.22, below: 0.06 },
  /** Degrees (Simprints: yaw ±30, roll ±15; measured: a clearly turned head reads 22 and more). */
  maxYaw: 20,
  maxPitch: 20,
  maxRoll: 15,
  /** Gap of the lids as a share of the eye's width: open eyes measured 0.36 and more. */
  minEyesOpen: 0.15,
  /** The face's brightest twentieth; dark skin in good light shines above it too, so its median is no measure. */
  minShine: 100,
  minBrightness: 36,
  /** Share of the face that may be burnt out, and the brightness that counts as burnt out. */
  maxBurntShare: 0.25,
  /** From here on the face has lost its shape: size and angles measured on it mean nothing. */
  shapelessBurntShare: 0.4,
  burntAt: 250,
  /** Against the light: a bright wall, a face without shine, and this much between wall and face. */
  backlight: { wall: 170, shine: 130, difference: 80 },
  /** Steepness of the edges of a face brought to this height; sharp ones measured 0.105 across and 0.163 down and more. */
  closeUpHeight: 160,
  minSteepness: { across: 0.1, down: 0.155 },
  /** Below this share of them a face is a smear: measured on it, pose and score mean nothing (smears 0.65, others 0.73). */
  smearedShare: 0.7,
  /** The wall: how far hair may reach, in face widths and heights; a patch is busy when its brightness varies by more than this. */
  wall: {
    hairBeside: 0.45,
    hairAbove: 0.4,
    leastRows: 3,
    /** How far beside a portrait that a head fills the wall is looked at, in its widths. */
    beside: 0.25,
    leastColumns: 4,
    patchSpread: 10,
    maxBusyShare: 0.12,
  },
  /** Way of the face between two looks, in face heights: above is movement. Looks further apart (ms) allow more, up to so many times. */
  movement: { way: 0.08, within: 150, mostTimes: 4 },
  /** The portrait that is kept: wanted and least height (3 : 4), face heights it spans, where the face's middle stands. */
  crop: { aspect: 0.75, wantedHeight: 960, leastHeight: 640, heads: 2.1, faceAt: 0.46 },
} as const

/** A picture whose brightest parts are darker than this is black: the lens is covered. */
export const BLACK_BELOW = 16

/** Times of the live view, milliseconds. */
export const CAPTURE_TIMES = {
  /** A look starts no sooner than this after the one before: eight a second and more, with time left for drawing. */
  lookEvery: 100,
  /** Good for this long: the shutter releases by itself (interface.md S5). */
  goodFor: 600,
  /** And said to be good for this long. */
  goodSaidFor: 400,
  /** No card for this long: the ways out are named (interface.md S5). */
  notFoundAfter: 10_000,
  /** The registrant's own photo may be taken by hand from then on (issue of the endless "move closer", interface.md §6.8). */
  manualAfter: 10_000,
  /** So many looks in a row must agree before a hint changes: one odd frame is no news. */
  looksToChange: 2,
  /** A hint stays at least this long, so that it can be read. */
  hintAtLeast: 700,
  /** A hint that no look has repeated for so long is old: the next one takes its place, however much looks disagree. */
  hintUnsaid: 1_200,
} as const
