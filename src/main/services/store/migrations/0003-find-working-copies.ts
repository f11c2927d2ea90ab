/** The sweep looks every minute for working copies to erase: few among all the registrations of years. */
export const findWorkingCopies = {
  version: 3,
  sql: `
    CREATE INDEX submission_with_data ON submission (state) WHERE data IS NOT NULL;
  `,
} as const
