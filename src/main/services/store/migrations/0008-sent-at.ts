/**
 * When the central's receipt came, by kiosk time: no working copy stays for ever where no outcome arrives. For what was
 * sent before, the last move is the nearest that is known; it is never earlier.
 */
export const sentAt = {
  version: 8,
  sql: `
    ALTER TABLE submission ADD COLUMN sent_at TEXT;
    UPDATE submission SET sent_at = state_since WHERE receipt IS NOT NULL;

    DROP INDEX submission_with_data;
    CREATE INDEX submission_with_data ON submission (state, sent_at) WHERE data IS NOT NULL;
  `,
} as const
