/** What can be read, in this order; each has a title, a short hint, numbered sentences and a source in the messages. */
export const TOPICS = ['tte', 'akses', 'katalog', 'bimtek', 'bantuan'] as const
export type Topic = (typeof TOPICS)[number]

/** Sentences of every topic. */
export const SENTENCES = ['1', '2', '3', '4'] as const
