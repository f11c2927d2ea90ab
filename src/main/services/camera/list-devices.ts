import { readdirSync, readFileSync } from 'node:fs'

/** A camera for stills that the browser cannot open. `id` is chosen from this list, never typed. */
export type StillCamera = { readonly id: string; readonly label: string }

/** Video devices of Linux; on other systems fswebcam's counterparts take the default device. */
export function listVideoDevices(): StillCamera[] {
  if (process.platform !== 'linux') return [{ id: 'default', label: 'Kamera' }]
  return readdirSync('/dev')
    .filter((name) => /^video\d{1,2}$/.test(name))
    .sort()
    .map((name) => ({ id: `/dev/${name}`, label: nameOf(name) }))
}

/** What the driver calls the camera; several devices may have one name, so the device's own stands behind it. */
function nameOf(device: string): string {
  try {
    const name = readFileSync(`/sys/class/video4linux/${device}/name`, 'utf8').trim()
    return name ? `${name} (${device})` : device
  } catch {
    // A system without this folder: the device's own name has to do.
    return device
  }
}
