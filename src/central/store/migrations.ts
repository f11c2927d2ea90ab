/**
 * Schema steps in order; `PRAGMA user_version` counts those that have run. A step is never edited once released.
 * Times are milliseconds since 1970 (UTC).
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE enrolment_codes (
    code TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    device_id TEXT REFERENCES devices (id)
  ) STRICT;

  CREATE TABLE devices (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    public_key TEXT NOT NULL,
    office_code TEXT NOT NULL,
    office_name TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE assertions (
    device_id TEXT NOT NULL REFERENCES devices (id),
    jti TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    PRIMARY KEY (device_id, jti)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (id),
    expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (id),
    created_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE submissions (
    id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (id),
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    corrects TEXT REFERENCES submissions (id),
    -- NULL until the packet was opened; the receipt does not depend on that.
    state TEXT CHECK (state IN ('menunggu-profil', 'menunggu-verifikasi', 'terverifikasi', 'aktif',
      'ditolak', 'kedaluwarsa', 'dibatalkan')),
    payload TEXT,
    -- When the verdict falls; NULL while a code is awaited and once it is decided.
    decide_at INTEGER
  ) STRICT;
  CREATE INDEX submissions_to_decide ON submissions (decide_at) WHERE decide_at IS NOT NULL;
  CREATE INDEX submissions_to_open ON submissions (received_at) WHERE state IS NULL;

  CREATE TABLE changes (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    device_id TEXT NOT NULL REFERENCES devices (id),
    state TEXT NOT NULL,
    reason_id TEXT,
    reason_en TEXT,
    fields TEXT,
    photos TEXT,
    at INTEGER NOT NULL,
    due_by INTEGER
  ) STRICT;
  CREATE INDEX changes_of_device ON changes (device_id, seq);
  CREATE INDEX changes_of_submission ON changes (submission_id, seq);

  CREATE TABLE codes (
    id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (id),
    visit_id TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'email')),
    destination TEXT NOT NULL,
    mac TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    accepted_at INTEGER,
    voided_at INTEGER
  ) STRICT;
  CREATE INDEX codes_of_visit ON codes (visit_id, channel, created_at);

  -- One row for each code that a registrant still owes after the visit (domain.md: deferred, never skipped).
  CREATE TABLE links (
    token_hash TEXT PRIMARY KEY,
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'email')),
    destination TEXT NOT NULL,
    mac TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    tries_left INTEGER NOT NULL,
    done_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX links_of_submission ON links (submission_id);

  CREATE TABLE messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('phone', 'email')),
    recipient TEXT NOT NULL,
    text_id TEXT NOT NULL,
    text_en TEXT NOT NULL,
    code TEXT,
    link TEXT
  ) STRICT;
  `,
  `
  -- Every kiosk that handed a packet over: its own one, and after a recovery another of the same office.
  CREATE TABLE senders (
    submission_id TEXT NOT NULL REFERENCES submissions (id),
    device_id TEXT NOT NULL REFERENCES devices (id),
    PRIMARY KEY (submission_id, device_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO senders (submission_id, device_id) SELECT id, device_id FROM submissions;
  `,
  `
  -- Also of submissions that never arrived: whatever comes under such an id later is not taken.
  CREATE TABLE withdrawals (
    submission_id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL REFERENCES devices (id),
    reason TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    held INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX submissions_corrects ON submissions (corrects) WHERE corrects IS NOT NULL;
  `,
]
