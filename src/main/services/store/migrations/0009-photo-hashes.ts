/**
 * The hash of a picture, worked out when it is taken and not while somebody waits for the receipt. NULL for pictures of
 * before. It stands behind the bytes: only who reads those reads it.
 */
export const photoHashes = {
  version: 9,
  sql: `
    ALTER TABLE photo ADD COLUMN sha256 TEXT;
  `,
} as const
