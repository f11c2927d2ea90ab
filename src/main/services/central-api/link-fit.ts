/** Bytes sent and acknowledged at a time. */
const SMALLEST_BYTES = 64 * 1024
const FIRST_BYTES = 256 * 1024
const LARGEST_BYTES = 1024 * 1024
/** How long one piece may take on its way: what a break costs, and what a good link need not wait for. */
const PIECE_MS = 1_000
/** After a break pieces grow again only when so much has travelled in one go. */
const TRUST_AFTER_BYTES = LARGEST_BYTES

/** Fits the pieces of an upload to the link: small on one that breaks or crawls, large on a good one. */
export type LinkFit = {
  /** How much to send in the next request. */
  pieceBytes(): number
  /** Large pieces get through quickly: an upload may begin with its first bytes, and two may travel at a time. */
  isGood(): boolean
  /** A request with so many bytes was acknowledged after so long. */
  arrived(bytes: number, ms: number): void
  /** A request found no answer. */
  broke(): void
}

/** Kept for as long as the program runs: the next packet finds the same link. */
export function createLinkFit(): LinkFit {
  let piece = FIRST_BYTES
  let unbroken = TRUST_AFTER_BYTES
  return {
    pieceBytes: () => piece,
    isGood: () => piece === LARGEST_BYTES,
    arrived(bytes, ms) {
      unbroken += bytes
      // Little says nothing: there it is the way there and back that takes the time.
      if (bytes < SMALLEST_BYTES) return
      const fitting = ms <= 0 ? LARGEST_BYTES : (bytes / ms) * PIECE_MS
      if (fitting < piece) piece = Math.max(SMALLEST_BYTES, Math.round(fitting))
      else if (fitting >= 2 * piece && unbroken >= TRUST_AFTER_BYTES)
        piece = Math.min(LARGEST_BYTES, piece * 2)
    },
    broke() {
      unbroken = 0
      piece = SMALLEST_BYTES
    },
  }
}

/** Always pieces of this size, whatever the link does. */
export const fixedPieces = (bytes: number): LinkFit => ({
  pieceBytes: () => bytes,
  isGood: () => false,
  arrived: () => undefined,
  broke: () => undefined,
})
