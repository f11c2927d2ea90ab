/** Words of the cameras: what the live views say, the camera test, and photos kept against the checks. */
export const captureMessages = {
  'capture.loading': { id: 'Menyiapkan petunjuk', en: 'Getting the guidance ready' },
  'capture.broken': {
    id: 'Petunjuk otomatis tidak bisa dipakai di komputer ini. Petugas memeriksa foto, lalu tekan Ambil foto.',
    en: 'Automatic guidance does not work on this computer. The officer checks the picture, then presses Take photo.',
  },
  'capture.card.broken': {
    id: 'Petunjuk otomatis tidak bisa dipakai di komputer ini. Luruskan KTP, lalu tekan Ambil foto.',
    en: 'Automatic guidance does not work on this computer. Lay the KTP straight, then press Take photo.',
  },
  'camTest.open': { id: 'Uji kamera', en: 'Test cameras' },
  'camTest.title': { id: 'Uji kamera', en: 'Camera test' },
  'camTest.sub': {
    id: 'Lihat gambar setiap kamera. Pilihan kamera diingat untuk meja ini.',
    en: 'Look at the picture of every camera. The choice is remembered for this desk.',
  },
  'camTest.ktp': { id: 'KTP', en: 'KTP' },
  'camTest.dokumen': { id: 'Dokumen', en: 'Documents' },
  'camTest.swafoto': { id: 'Wajah', en: 'Face' },
  'camTest.size': { id: 'Ukuran gambar', en: 'Picture size' },
  'camTest.frames': { id: 'Gambar per detik', en: 'Pictures a second' },
  'camTest.light': { id: 'Cahaya', en: 'Light' },
  'camTest.sharpness': { id: 'Ketajaman', en: 'Sharpness' },
  'camTest.advice.fine': { id: 'Bagus. Kamera siap dipakai.', en: 'Good. The camera is ready.' },
  'camTest.advice.small': {
    id: 'Gambar terlalu kecil. Pakai kamera lain, atau colokan USB lain.',
    en: 'The picture is too small. Use another camera or another USB socket.',
  },
  'camTest.advice.slow': {
    id: 'Gambar tersendat. Tutup program lain, atau pakai colokan USB lain.',
    en: 'The picture stutters. Close other programs or use another USB socket.',
  },
  'camTest.advice.dark': {
    id: 'Kurang terang. Nyalakan lampu di depan, bukan di belakang.',
    en: 'Too dark. Switch on a lamp in front, not behind.',
  },
  'camTest.advice.bright': {
    id: 'Terlalu terang. Jauhkan lampu, atau tutup tirai.',
    en: 'Too bright. Move the lamp away or draw the curtain.',
  },
  'camTest.advice.blurred': {
    id: 'Kurang tajam. Letakkan KTP atau tulisan di depan kamera, bersihkan lensa, dan putar fokusnya bila ada.',
    en: 'Not sharp. Put a KTP or some print before the camera, clean the lens, and turn its focus ring if it has one.',
  },
  'camTest.still': {
    id: '{name} memotret dokumen di meja ini. KTP tetap difoto dengan kamera biasa. Letakkan dokumen di bawah kamera, lalu tekan Ambil foto.',
    en: '{name} photographs documents at this desk. The KTP is still photographed with an ordinary camera. Put a document under the camera, then press Take photo.',
  },
  'camTest.still.photo': { id: 'Foto dari {name}', en: 'Photo from {name}' },
  'cam.still.ready': {
    id: 'Dokumen dipotret dengan {name}. Letakkan halaman di bawah kamera, lalu tekan Ambil foto.',
    en: 'Documents are photographed with {name}. Put the page under the camera, then press Take photo.',
  },
  'cam.still.leave': { id: 'Pakai kamera biasa', en: 'Use an ordinary camera' },
  'camTest.virtual': { id: 'Izinkan kamera buatan program', en: 'Allow cameras made by programs' },
  'camTest.virtual.hint': {
    id: 'OBS dan sejenisnya: orang bisa menampilkan gambar, bukan wajahnya.',
    en: 'OBS and the like: somebody could show a picture instead of a face.',
  },
  'camTest.headTurn': { id: 'Minta pemohon menengok sekali', en: 'Ask the registrant to turn the head once' },
  'camTest.headTurn.hint': {
    id: 'Hanya petunjuk bahwa ada orang, bukan bukti.',
    en: 'Only a hint that somebody is there, no proof.',
  },
  'cam.virtual': {
    id: 'Yang ada hanya kamera buatan program, bukan kamera sungguhan. Pasang kamera, lalu tekan Coba lagi.',
    en: 'There are only cameras made by programs, no real one. Plug in a camera, then press Try again.',
  },
  'hint.more.back': {
    id: 'Putar kursi, atau tutup tirai di belakang.',
    en: 'Turn the chair, or draw the curtain behind you.',
  },
  'hint.more.dark': { id: 'Nyalakan lampu.', en: 'Switch on a lamp.' },
  'hint.more.bright': {
    id: 'Jauhkan lampu, atau tutup tirai.',
    en: 'Move the lamp away, or draw the curtain.',
  },
  'hint.more.busy': {
    id: 'Pindah ke depan dinding polos, bila bisa.',
    en: 'Sit before a plain wall, if you can.',
  },
  'hint.more.cut': {
    id: 'Geser sampai seluruh kartu terlihat.',
    en: 'Move it until the whole card is seen.',
  },
  'hint.more.tilt': { id: 'Sejajarkan dengan garis putus-putus.', en: 'Line it up with the dashes.' },
  'capture.card.small': {
    id: 'Kartu {n} piksel. Lebih jelas bila 1.000 atau lebih: dekatkan bila bisa.',
    en: 'The card has {n} pixels. 1,000 or more is clearer: move it closer if you can.',
  },
  'face.live.sub': {
    id: 'Hijab boleh. Lihat kamera, wajah di tengah; foto diambil otomatis.',
    en: 'Hijab is fine. Look at the camera, face in the middle; the photo is automatic.',
  },
  'face.moving': { id: 'Tahan, jangan bergerak', en: 'Hold still' },
  'face.blur': { id: 'Masih buram, tahan', en: 'Still blurred, hold still' },
  'face.byHand': {
    id: 'Belum terambil juga? Petugas boleh menekan Ambil foto.',
    en: 'Still no photo? The officer may press Take photo.',
  },
  'face.refused': {
    id: 'Foto tadi belum bisa dipakai: {reason}.',
    en: 'That photo cannot be used yet: {reason}.',
  },
  'face.tooSmall': {
    id: 'Gambar kamera ini terlalu kecil. Maju, atau ganti kamera',
    en: "This camera's picture is too small. Move closer or change the camera",
  },
  'face.small': {
    id: 'Foto agak kecil ({width} × {height} piksel), masih boleh dipakai.',
    en: 'The photo is rather small ({width} × {height} pixels), but may be used.',
  },
  'face.unchecked': {
    id: 'Foto ini tidak diperiksa otomatis. Petugas: lihat baik-baik sebelum dipakai.',
    en: 'This photo was not checked automatically. Officer: look closely before using it.',
  },
  'face.busyWall': {
    id: 'Latar belakang ramai. Lebih baik dinding polos, tetapi foto boleh dipakai.',
    en: 'The background is busy. A plain wall is better, but the photo may be used.',
  },
  'face.headTurn.left': { id: 'Tengok ke kiri', en: 'Turn your head to the left' },
  'face.headTurn.right': { id: 'Tengok ke kanan', en: 'Turn your head to the right' },
  'face.headTurn.why': {
    id: 'Lalu hadap lurus lagi. Ini hanya petunjuk bahwa ada orang, bukan bukti.',
    en: 'Then face straight ahead again. This only hints that somebody is there; it proves nothing.',
  },
  'face.override.button': { id: 'Pakai foto ini (petugas)', en: 'Keep it (officer)' },
  'face.override.title': {
    id: 'Petugas: pakai foto ini walau belum sesuai?',
    en: 'Officer: keep this photo although it was refused?',
  },
  'face.override.body': {
    id: 'Kondisi pemohon tidak memungkinkan',
    en: "The registrant's condition does not allow it",
  },
  'face.override.place': {
    id: 'Kamera, cahaya, atau tempat tidak bisa diubah',
    en: 'Camera, light or place cannot be changed',
  },
  'face.override.wrong': {
    id: 'Foto sudah jelas, petunjuknya keliru',
    en: 'The photo is clear, the guidance is wrong',
  },
  'face.override.purpose': { id: 'memakai foto ini', en: 'keep this photo' },
} as const
