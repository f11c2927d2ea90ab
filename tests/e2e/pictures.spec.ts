import { readFileSync } from 'node:fs'
import { expect, galleryTest as test } from './support/gallery-test.ts'

/** Chromium draws letters a little differently from one major version to the next. */
const TAKEN_WITH = readFileSync(new URL('./pictures/chromium-version.txt', import.meta.url), 'utf8').trim()
const RENEW = 'npm test -- tests/e2e/pictures.spec.ts --update-snapshots'

/** Light at 100 %, and what strains a layout most: thick borders and letters half as large again. */
const LOOKS = [
  { name: 'light', query: {} },
  { name: 'contrast-150', query: { contrast: 'high', size: 150 } },
] as const

/** Screens whose parts need a visit around them: lists to search in, documents, findings, the review, the receipt. */
const SCREENS = [
  'pilih-layanan',
  'persetujuan-usaha',
  'perusahaan-hijau',
  'alamat-usaha-isi',
  'instansi',
  'penugasan-peringatan',
  'dokumen-usaha-sebagian',
  'tinjau-usaha',
  'tanda-terima-akses',
]

for (const { name, query } of LOOKS) {
  test(`components and the catalogue's screens look as they did, ${name}`, async ({ gallery, browser }) => {
    test.setTimeout(300_000)
    const { page } = gallery
    const version = browser.version().split('.')[0]
    await page.setViewportSize({ width: 1366, height: 768 })
    const parts = (await gallery.names('part')).map((part) => ({ kind: 'part', shown: part }))
    for (const { kind, shown } of [
      ...parts,
      ...SCREENS.map((screen) => ({ kind: 'screen', shown: screen })),
    ]) {
      await gallery.open({ [kind]: shown, ...query })
      // The list of a search field opens with the focus.
      if (shown === 'instansi') await page.getByRole('combobox').first().focus()
      const difference = await expect(page)
        .toHaveScreenshot(`${shown}-${name}.png`, {
          fullPage: true,
          animations: 'disabled',
          maxDiffPixelRatio: 0.005,
        })
        .then(
          () => undefined,
          (error: unknown) => error,
        )
      if (difference === undefined) continue
      test.skip(
        version !== TAKEN_WITH || process.platform !== 'linux',
        `${shown} differs, but was taken with Chromium ${TAKEN_WITH} on Linux and this is ${version}: look at test-results, then  ${RENEW}  and write ${version} into tests/e2e/pictures/chromium-version.txt`,
      )
      throw difference
    }
  })
}
