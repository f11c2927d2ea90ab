/**
 * Corrections know each other, a registration can be called off, and the petugas' list is searched and sorted by
 * indexes alone: each holds everything that narrows the list, so that no row is read before it is shown. `need`,
 * `masked_name` and `search` are worked out by SQLite from what is stored anyway.
 */
export const correctionsAndCancellations = {
  version: 6,
  sql: `
    ALTER TABLE submission ADD COLUMN corrects TEXT;
    ALTER TABLE submission ADD COLUMN corrected_by TEXT;
    -- JSON: the fields and pictures that the central named when it did not take the packet (422).
    ALTER TABLE submission ADD COLUMN named_parts TEXT;
    -- When it was last put on a stick.
    ALTER TABLE submission ADD COLUMN exported_at TEXT;

    ALTER TABLE submission ADD COLUMN need INTEGER GENERATED ALWAYS AS (
      CASE WHEN state = 'perlu-tindakan' OR (state = 'ditolak' AND corrected_by IS NULL) THEN 0 ELSE 1 END
    ) VIRTUAL;
    ALTER TABLE submission ADD COLUMN masked_name TEXT GENERATED ALWAYS AS (
      coalesce(json_extract(summary, '$.maskedName'), '')
    ) VIRTUAL;
    ALTER TABLE submission ADD COLUMN search TEXT GENERATED ALWAYS AS (
      lower(replace(reference, '-', '') || ' ' || coalesce(json_extract(summary, '$.maskedName'), '') || ' ' ||
        coalesce(json_extract(summary, '$.petugas'), '') || ' ' || service)
    ) VIRTUAL;
    DROP INDEX submission_by_time;
    CREATE INDEX submission_in_need ON submission (need, submitted_at, id, state, search);
    CREATE INDEX submission_in_time ON submission (submitted_at, id, state, search);
    CREATE INDEX submission_in_state ON submission (state, submitted_at, id, search);
    CREATE INDEX submission_in_name ON submission (masked_name, id, state, search);
    CREATE INDEX submission_corrects ON submission (corrects) WHERE corrects IS NOT NULL;

    CREATE TABLE cancellation (
      submission_id TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
      way TEXT NOT NULL CHECK (way IN ('void', 'withdraw')),
      reason TEXT NOT NULL,
      note TEXT,
      staff_id TEXT NOT NULL,
      at TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      -- When the central is told next; NULL once nothing has to be told any more.
      next_at TEXT,
      problem TEXT,
      confirmed_at TEXT
    ) STRICT;
    CREATE INDEX cancellation_by_next ON cancellation (next_at) WHERE next_at IS NOT NULL;
  `,
} as const
