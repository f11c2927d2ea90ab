/**
 * Pictures of drafts and of submissions in one table: a submit changes the owner of a picture instead of writing it
 * again, and `secure_delete` has no second copy to wipe. The bytes stand last, so that sizes are read without them.
 */
export const onePhotoTable = {
  version: 2,
  sql: `
    CREATE TABLE photo (
      id INTEGER PRIMARY KEY,
      draft_id TEXT REFERENCES draft (id) ON DELETE CASCADE,
      submission_id TEXT REFERENCES submission (id) ON DELETE CASCADE,
      purpose TEXT NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      taken_at TEXT NOT NULL,
      jpeg BLOB NOT NULL,
      CHECK ((draft_id IS NULL) <> (submission_id IS NULL)),
      UNIQUE (draft_id, purpose),
      UNIQUE (submission_id, purpose)
    ) STRICT;

    INSERT INTO photo (draft_id, purpose, width, height, taken_at, jpeg)
      SELECT draft_id, purpose, width, height, taken_at, jpeg FROM draft_photo;
    INSERT INTO photo (submission_id, purpose, width, height, taken_at, jpeg)
      SELECT submission_id, purpose, width, height, taken_at, jpeg FROM submission_photo;

    DROP TABLE draft_photo;
    DROP TABLE submission_photo;
  `,
} as const
