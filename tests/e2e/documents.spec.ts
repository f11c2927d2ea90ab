import { PDFDocument } from '@cantoo/pdf-lib'
import type { Locator, Page } from '@playwright/test'
import type { FormValues } from '#shared/domain/submission/payload.ts'
import { plainFrame } from '../helpers/camera-scene.ts'
import { minimalPdf } from '../helpers/documents.ts'
import { meanOf, noisePixels, pixelsOf, plainPixels, pngOf, webcamJpeg } from '../helpers/pictures.ts'
import { plainPicture, testPerson } from '../helpers/register.ts'
import type { Desk } from './support/desk.ts'
import { Screens } from './support/screens.ts'
import { expect, test } from './support/test.ts'

const KIND = 'surat-tugas'
/** Sheets of one colour each: which page stands where is seen at once. The blue one is as dark as paper in poor light. */
const SHEETS = { red: '#f05050', green: '#30a040', blue: '#3050c0' } as const
type Sheet = keyof typeof SHEETS
const person = testPerson(3)

/** A request for an access, up to its documents, through the scripting door; the page follows. */
async function goToDocuments({ call }: Desk): Promise<void> {
  const save = (step: string, values: FormValues) => call('visit.saveStep', { step, values, advance: true })
  await call('visit.start', {
    service: 'akses-non-penyedia',
    language: 'id',
    answers: { profil: 'sudah' },
  })
  await save('syarat', { dibawa: ['ktp', 'hp', 'email', 'sk'] })
  await save('persetujuan', { setujuData: true, caraSetuju: 'sendiri' })
  await call('visit.keepPhoto', { purpose: 'ktp-frame', jpeg: await plainPicture() })
  await save('foto-ktp', { ketikSendiri: true })
  await save('cocokkan', { nik: person.nik, nama: person.nama, tanggalLahir: '1990-08-17' })
  await save('nik', { nikBenar: true })
  await save('kontak-akun', { email: person.email, hp: person.hp })
  await call('visit.deferCodes', {})
  await save('kode', {})
  await save('peran', { perwakilan: 'klpd', peran: 'pp' })
  await save('instansi', { instansi: 'Kementerian Contoh', satuanKerja: 'Biro Umum', jabatan: 'PP' })
  await save('penugasan', {
    nomorSk: '800/12',
    tanggalSk: '2026-11-02',
    mulaiBerlaku: '2026-11-02',
    akhirBerlaku: '2031-12-31',
  })
}

/** The colours of the pages in their order, with their turns, as the kiosk keeps them. */
async function pagesOf({ call }: Desk): Promise<string[]> {
  const visit = await call('visit.current', {})
  const pages = visit?.documents[KIND]?.pages ?? []
  return Promise.all(
    pages.map(async ({ id, turn }) => {
      const { jpeg } = await call('visit.page', { id })
      const [red, green, blue] = meanOf(await pixelsOf(Buffer.from(jpeg, 'base64')))
      const strongest = Math.max(red, green, blue)
      return `${strongest === red ? 'red' : strongest === green ? 'green' : 'blue'} ${turn}`
    }),
  )
}

type File = { readonly name: string; readonly bytes: Uint8Array }

/** Presses a button that opens the window of the operating system, and chooses these files in it, in this order. */
async function chooseFiles(page: Page, button: Locator, files: readonly File[]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.click()])
  await chooser.setFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: name.endsWith('pdf') ? 'application/pdf' : 'image/jpeg',
      buffer: Buffer.from(bytes),
    })),
  )
}

/** A picture file of one sheet. */
const sheetFile = async (sheet: Sheet): Promise<File> => ({
  name: `${sheet}.jpg`,
  bytes: await webcamJpeg(plainPixels(1200, 1700, SHEETS[sheet])),
})

async function atDocuments(desk: Desk): Promise<{ page: Page; screens: Screens }> {
  await desk.showScenes([{ jpeg: await plainFrame(SHEETS.red), seconds: 1 }])
  const page = await desk.openDemo()
  const screens = new Screens(page)
  await screens.openShift('121212')
  await screens.awaitStart()
  await goToDocuments(desk)
  await screens.title('documents.title')
  return { page, screens }
}

/** The row of the letter in the list of documents, and how files are given to it. */
function letterRow(page: Page, screens: Screens) {
  const row = page.locator(`[data-field="${KIND}"]`)
  const name = screens.words('document.surat-tugas')
  const label = screens.words('documents.chooseFor', { name })
  return {
    row,
    name,
    choose: (...files: File[]) => chooseFiles(page, row.getByRole('button', { name: label }), files),
  }
}

test('pages are photographed, turned, moved, taken again and bound into one PDF', async ({ desk }) => {
  const { page, screens } = await atDocuments(desk)
  const pageOf = (n: number, all: number) =>
    expect(page.getByText(screens.words('documents.pageOf', { n, all }))).toBeVisible({ timeout: 30_000 })
  const photograph = async (sheet: Sheet, open: () => Promise<void>) => {
    await desk.showScenes([{ jpeg: await plainFrame(SHEETS[sheet]), seconds: 1 }])
    await open()
    // HAVE_ENOUGH_DATA: a picture stands there.
    await expect(page.locator('video')).toHaveJSProperty('readyState', 4, { timeout: 30_000 })
    await expect(page.getByText(screens.words('documents.photographSideways'))).toBeVisible()
    await screens.press('btn.Ambil foto')
  }

  const name = screens.words('document.surat-tugas')
  await photograph('red', () =>
    page.getByRole('button', { name: screens.words('documents.photographFor', { name }) }).click(),
  )
  await pageOf(1, 1)
  // The film has 1080 lines: the paper was asked to lie sideways, and is seen and bound upright.
  const visit = await desk.call('visit.current', {})
  expect(visit?.documents[KIND]?.pages).toMatchObject([{ width: 1914, height: 1080, turn: 90 }])
  await expect(page.getByText(screens.words('documents.page.small'))).toHaveCount(0)
  await photograph('blue', () => screens.press('btn.Tambah halaman'))
  await pageOf(2, 2)
  await expect(page.getByText(screens.words('documents.page.dark'))).toBeVisible()
  expect(await pagesOf(desk)).toEqual(['red 90', 'blue 90'])

  await screens.press('btn.Putar')
  await expect.poll(() => pagesOf(desk)).toEqual(['red 90', 'blue 180'])
  await screens.press('btn.Ke depan')
  await expect.poll(() => pagesOf(desk)).toEqual(['blue 180', 'red 90'])
  await pageOf(1, 2)
  await photograph('green', () => screens.press('btn.Foto ulang'))
  await pageOf(1, 2)
  await expect.poll(() => pagesOf(desk)).toEqual(['green 90', 'red 90'])
  for (let turns = 0; turns < 3; turns += 1) await screens.press('btn.Putar')
  await expect.poll(() => pagesOf(desk)).toEqual(['green 0', 'red 90'])

  await screens.press('btn.Selesai')
  await expect(page.locator(`[data-field="${KIND}"]`)).toContainText(/^.*2 halaman, \d+ KB/)
  const { content, media } = await desk.call('visit.document', { kind: KIND })
  expect(media).toBe('application/pdf')
  const bound = await PDFDocument.load(Buffer.from(content, 'base64'))
  expect(bound.getPages().map((each) => each.getRotation().angle)).toEqual([0, 90])
  await screens.press('btn.Lanjutkan')
  await screens.title('review.title')
})

test('a file is taken by its content: broken and locked ones are refused in words, a PDF and a PNG are not', async ({
  desk,
}) => {
  const { page, screens } = await atDocuments(desk)
  const { row, choose } = letterRow(page, screens)
  const pdf = minimalPdf()
  const refused = [
    ['surat.pdf', Buffer.from('MZ a program that calls itself a PDF'), 'document.unknown'],
    ['terpotong.pdf', pdf.subarray(0, pdf.length - 40), 'document.damaged'],
    ['terkunci.pdf', minimalPdf({ encrypted: true }), 'document.encrypted'],
    ['besar.pdf', minimalPdf({ padding: 3_000_000 }), 'document.too-large'],
  ] as const
  for (const [file, bytes, words] of refused) {
    await choose({ name: file, bytes })
    await expect(row.getByRole('alert')).toHaveText(screens.words(words))
    await expect(row).not.toHaveAttribute('data-given', '')
  }
  await choose({ name: 'surat.dat', bytes: pdf })
  await expect(row).toContainText(/PDF, \d+ KB/)
  // Its name says PDF, its content is a PNG: a page.
  await choose({
    name: 'foto.pdf',
    bytes: await pngOf(await webcamJpeg(plainPixels(800, 1100, SHEETS.green))),
  })
  await screens.press('btn.Ganti')
  await expect(page.getByText(screens.words('documents.pageOf', { n: 1, all: 1 }))).toBeVisible()
  expect(await pagesOf(desk)).toEqual(['green 0'])
  // A scan of more than the door takes is made smaller, and stays legible.
  await screens.press('btn.Selesai')
  const scan = await pngOf(await webcamJpeg(noisePixels(1700, 2400)))
  expect(scan.length).toBeGreaterThan(6_000_000)
  await choose({ name: 'pindaian.png', bytes: scan })
  await screens.press('btn.Ganti')
  await expect(page.getByText(screens.words('documents.pageOf', { n: 1, all: 1 }))).toBeVisible({
    timeout: 60_000,
  })
  const visit = await desk.call('visit.current', {})
  const kept = visit?.documents[KIND]
  expect(kept?.size).toBeLessThan(2 * 1024 * 1024)
  expect(kept?.pages[0]?.height).toBeGreaterThanOrEqual(1500)
})

test('what was given goes only when somebody says so, whatever is chosen together with it', async ({
  desk,
}) => {
  const { page, screens } = await atDocuments(desk)
  const { row, name, choose } = letterRow(page, screens)
  const media = async () => (await desk.call('visit.document', { kind: KIND })).media
  const letter = { name: 'surat.pdf', bytes: minimalPdf() }
  const broken = { name: 'rusak.jpg', bytes: (await sheetFile('red')).bytes.subarray(0, 900) }

  // The PDF first: it stays, and the photo is refused in words.
  await choose(letter, await sheetFile('blue'))
  await expect(row.getByRole('alert')).toHaveText(screens.words('document.whole'))
  expect(await media()).toBe('application/pdf')
  expect(await pagesOf(desk)).toEqual([])
  // The camera would replace it as well.
  await row.getByRole('button', { name: screens.words('documents.photographFor', { name }) }).click()
  await expect(page.getByRole('alertdialog')).toContainText(
    screens.words('documents.replace.whole', { name }),
  )
  await screens.press('btn.Tetap simpan')
  const drop = () => row.getByRole('button', { name: screens.words('documents.dropFor', { name }) }).click()
  await drop()
  await expect(page.getByRole('alertdialog')).toContainText(screens.words('documents.drop.text', { name }))
  await screens.press('btn.Tetap simpan')
  expect(await media()).toBe('application/pdf')
  await drop()
  await screens.press('btn.Hapus')
  await expect(row).not.toHaveAttribute('data-given', '')

  // The photo first, and one that is broken: what can be taken is, and the PDF is refused in words.
  await choose(await sheetFile('blue'), letter, await sheetFile('red'))
  await expect(page.getByText(screens.words('document.no-page'))).toBeVisible()
  expect(await pagesOf(desk)).toEqual(['blue 0', 'red 0'])
  await chooseFiles(page, screens.button('btn.Tambah dari berkas'), [broken, await sheetFile('green')])
  await expect(page.getByText(screens.words('document.damaged'))).toBeVisible()
  await expect(page.getByText(screens.words('documents.pageOf', { n: 3, all: 3 }))).toBeVisible()
  expect(await pagesOf(desk)).toEqual(['blue 0', 'red 0', 'green 0'])

  // Pages that are there are not removed or replaced unasked.
  await screens.press('btn.Hapus halaman')
  await expect(page.getByRole('alertdialog')).toContainText(
    screens.words('documents.dropPage.title', { n: 3 }),
  )
  await screens.press('btn.Tetap simpan')
  expect(await pagesOf(desk)).toHaveLength(3)
  await screens.press('btn.Selesai')
  await choose(letter)
  await expect(page.getByRole('alertdialog')).toContainText(
    screens.words('documents.replace.pages', { name, n: 3 }),
  )
  await screens.press('btn.Tetap simpan')
  expect(await pagesOf(desk)).toHaveLength(3)
  await choose(letter)
  await screens.press('btn.Ganti')
  await expect(row).toContainText(/PDF, \d+ KB/)
  expect(await media()).toBe('application/pdf')
})

test('presses that come faster than pages are bound all count', async ({ desk }) => {
  const { page, screens } = await atDocuments(desk)
  const name = screens.words('document.surat-tugas')
  await chooseFiles(
    page,
    page.getByRole('button', { name: screens.words('documents.chooseFor', { name }) }),
    [await sheetFile('red'), await sheetFile('green'), await sheetFile('blue')],
  )
  await page.getByRole('button', { name: screens.words('documents.showPage', { n: 3 }) }).click()
  for (const key of ['btn.Putar', 'btn.Putar', 'btn.Ke depan', 'btn.Ke depan'] as const)
    await screens.button(key).dispatchEvent('click')
  await expect.poll(() => pagesOf(desk)).toEqual(['blue 180', 'red 0', 'green 0'])
})
