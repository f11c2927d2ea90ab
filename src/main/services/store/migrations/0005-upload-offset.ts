/**
 * How far an upload has come, beside its URL; and indexes for a queue of a hundred thousand: whose turn is next when
 * many jobs are due at the same moment, and which packets on disk are still needed at a start.
 */
export const uploadOffset = {
  version: 5,
  sql: `
    ALTER TABLE submission ADD COLUMN upload_offset INTEGER NOT NULL DEFAULT 0;

    DROP INDEX job_by_next;
    CREATE INDEX job_by_turn ON job (next_at, submission_id);
    CREATE INDEX submission_unsent ON submission (id, state) WHERE receipt IS NULL AND state <> 'dibatalkan';
  `,
} as const
