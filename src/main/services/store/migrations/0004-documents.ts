/** Documents of drafts and of submissions (001 step 4, 004 stage 3): one owner of either kind, as with pictures. */
export const documents = {
  version: 4,
  sql: `
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      draft_id TEXT REFERENCES draft (id) ON DELETE CASCADE,
      submission_id TEXT REFERENCES submission (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      media TEXT NOT NULL CHECK (media IN ('application/pdf', 'image/jpeg', 'image/png')),
      sha256 TEXT NOT NULL,
      size INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      bytes BLOB NOT NULL,
      CHECK ((draft_id IS NULL) <> (submission_id IS NULL)),
      UNIQUE (draft_id, kind),
      UNIQUE (submission_id, kind)
    ) STRICT;
  `,
} as const
