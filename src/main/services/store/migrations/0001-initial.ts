/**
 * The first schema. STRICT tables; times are ISO 8601 UTC text; `data` columns are JSON checked by the
 * service that owns them. Nothing in here is readable without the data key.
 */
export const initial = {
  version: 1,
  sql: `
    CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

    CREATE TABLE staff (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('petugas', 'admin')),
      pin_salt BLOB NOT NULL,
      pin_hash BLOB NOT NULL,
      failed_tries INTEGER NOT NULL DEFAULT 0,
      locked_until TEXT
    ) STRICT;

    CREATE TABLE draft (
      id TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('open', 'locked', 'paused')),
      state_since TEXT NOT NULL,
      touched_at TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT;

    CREATE TABLE draft_photo (
      draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      purpose TEXT NOT NULL CHECK (purpose IN ('ktp', 'ktp-frame', 'swafoto')),
      jpeg BLOB NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      taken_at TEXT NOT NULL,
      PRIMARY KEY (draft_id, purpose)
    ) STRICT;

    CREATE TABLE submission (
      id TEXT PRIMARY KEY,
      reference TEXT NOT NULL UNIQUE,
      service TEXT NOT NULL,
      state TEXT NOT NULL,
      state_since TEXT NOT NULL,
      submitted_at TEXT NOT NULL,
      petugas_id TEXT NOT NULL,
      nik_key BLOB NOT NULL,
      data TEXT,
      summary TEXT NOT NULL,
      packet_sha256 TEXT NOT NULL,
      packet_bytes INTEGER NOT NULL,
      upload_url TEXT,
      receipt TEXT,
      central TEXT
    ) STRICT;
    CREATE INDEX submission_by_state ON submission (state, submitted_at);
    CREATE INDEX submission_by_time ON submission (submitted_at);
    CREATE INDEX submission_by_nik ON submission (nik_key);

    CREATE TABLE submission_photo (
      submission_id TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
      purpose TEXT NOT NULL,
      jpeg BLOB NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      taken_at TEXT NOT NULL,
      PRIMARY KEY (submission_id, purpose)
    ) STRICT;

    CREATE TABLE submission_event (
      id INTEGER PRIMARY KEY,
      submission_id TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
      at TEXT NOT NULL,
      from_state TEXT NOT NULL,
      event TEXT NOT NULL,
      to_state TEXT NOT NULL,
      detail TEXT
    ) STRICT;
    CREATE INDEX submission_event_by_submission ON submission_event (submission_id);

    CREATE TABLE job (
      submission_id TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
      attempts INTEGER NOT NULL DEFAULT 0,
      next_at TEXT NOT NULL,
      reason TEXT
    ) STRICT;
    CREATE INDEX job_by_next ON job (next_at);

    CREATE TABLE audit (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      staff_id TEXT,
      action TEXT NOT NULL,
      subject TEXT,
      detail TEXT
    ) STRICT;
  `,
} as const
