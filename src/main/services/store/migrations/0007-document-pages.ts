/** Pages of a draft's documents, as they were photographed; the document itself is bound from them. */
export const documentPages = {
  version: 7,
  sql: `
    CREATE TABLE document_page (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      place INTEGER NOT NULL,
      -- Degrees clockwise that the page is shown turned.
      turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      jpeg BLOB NOT NULL
    ) STRICT;
    CREATE INDEX document_page_in_order ON document_page (draft_id, kind, place);
  `,
} as const
