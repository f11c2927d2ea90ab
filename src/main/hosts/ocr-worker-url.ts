/**
 * Where the OCR worker's file lies: beside the built entry. From source the core finds it by itself.
 * @param entry `import.meta.url` of the host's entry
 */
export function ocrWorkerBeside(entry: string): { readonly ocrWorkerUrl?: URL } {
  return entry.endsWith('.js') ? { ocrWorkerUrl: new URL('ocr-worker.js', entry) } : {}
}
