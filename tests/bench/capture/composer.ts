import type { Layer, Scene } from './scene.ts'

/** What the page offers once the composer is in it. */
export type Composer = {
  give(name: string, base64: string): Promise<void>
  /** Gives a card that is cut out of a frame along its corners (clockwise from its own top left) and laid straight. */
  giveCard(name: string, base64: string, corners: readonly { x: number; y: number }[]): Promise<void>
  /** Sends a composed frame to the worker, twice, and answers the second verdict: the first look may see a movement. */
  judge(scene: Scene): Promise<{ verdict: string; ms: number; found: unknown }>
  /** The composed frame as a JPEG, base64. */
  picture(scene: Scene): Promise<string>
  /** Waits until the worker is ready. */
  ready(): Promise<void>
}

/**
 * Runs inside the page: draws scenes and asks a worker of the built kiosk about them. Must stand alone, because
 * Playwright carries its text over.
 * @param workerUrl the built worker of a check
 */
export async function installComposer(workerUrl: string): Promise<void> {
  const pictures = new Map<string, ImageBitmap>()
  const worker = new Worker(workerUrl, { type: 'module' })
  const answers: { kind: string; verdict?: string; found?: unknown }[] = []
  const waiting: (() => void)[] = []
  worker.addEventListener('message', ({ data }) => {
    answers.push(data)
    waiting.shift()?.()
  })
  const next = async () => {
    while (answers.length === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    return answers.shift()
  }

  const random = (seed: number) => () => {
    seed = (seed * 1664525 + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const surface = (width: number, height: number) => {
    const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no canvas')
    context.imageSmoothingQuality = 'high'
    return { canvas, context }
  }

  function paintBackdrop(context: OffscreenCanvasRenderingContext2D, scene: Scene) {
    const { width, height, backdrop } = scene
    if (backdrop.kind === 'picture') {
      const picture = pictures.get(backdrop.picture)
      if (!picture) throw new Error(`no picture ${backdrop.picture}`)
      const top = picture.height * (backdrop.from ?? 0)
      return context.drawImage(picture, 0, top, picture.width, picture.height - top, 0, 0, width, height)
    }
    if (backdrop.kind === 'wall') {
      context.fillStyle = backdrop.colour
      context.fillRect(0, 0, width, height)
      const shade = context.createLinearGradient(0, 0, width, height)
      shade.addColorStop(0, 'rgb(0 0 0 / 0)')
      shade.addColorStop(1, `rgb(0 0 0 / ${backdrop.falloff})`)
      context.fillStyle = shade
      return context.fillRect(0, 0, width, height)
    }
    // An office: shelves with folders and papers on the wall.
    const draw = random(backdrop.seed)
    context.fillStyle = '#b9b2a6'
    context.fillRect(0, 0, width, height)
    for (let y = 0; y < height; y += height / 5) {
      for (let x = 0; x < width; ) {
        const wide = 18 + draw() * 60
        context.fillStyle = `hsl(${draw() * 360} ${20 + draw() * 50}% ${20 + draw() * 60}%)`
        context.fillRect(x, y + draw() * 40, wide, height / 5 - 30)
        x += wide + draw() * 14
      }
      context.fillStyle = '#6a5138'
      context.fillRect(0, y + height / 5 - 26, width, 18)
    }
  }

  /** The picture of a layer at its size, cut out and filtered. */
  function prepare(layer: Layer) {
    const picture = pictures.get(layer.picture)
    if (!picture) throw new Error(`no picture ${layer.picture}`)
    const height = layer.height
    const width = (height * picture.width) / picture.height
    const { canvas, context } = surface(width, height)
    if (layer.mirrored) {
      context.translate(canvas.width, 0)
      context.scale(-1, 1)
    }
    if (layer.filter) context.filter = layer.filter
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    context.filter = 'none'
    if (layer.cutOut) {
      const mask = surface(width, height)
      mask.context.filter = `blur(${height * 0.012}px)`
      mask.context.beginPath()
      mask.context.ellipse(width * 0.5, height * 0.4, width * 0.34, height * 0.38, 0, 0, Math.PI * 2)
      mask.context.ellipse(width * 0.5, height * 1.02, width * 0.46, height * 0.42, 0, 0, Math.PI * 2)
      mask.context.fill()
      context.globalCompositeOperation = 'destination-in'
      context.drawImage(mask.canvas, 0, 0)
    }
    return canvas
  }

  function paintLayer(context: OffscreenCanvasRenderingContext2D, layer: Layer) {
    const picture = prepare(layer)
    context.save()
    context.translate(layer.x, layer.y)
    context.rotate(((layer.turn ?? 0) * Math.PI) / 180)
    if (layer.keystone === undefined) {
      context.drawImage(picture, -picture.width / 2, -picture.height / 2)
    } else {
      // Row by row: what lies farther away is narrower and lower.
      for (let row = 0; row < picture.height; row += 1) {
        const scale = 1 / (1 + ((layer.keystone - 1) * row) / picture.height)
        const wide = picture.width * scale
        context.drawImage(picture, 0, row, picture.width, 1, -wide / 2, row - picture.height / 2, wide, 1.5)
      }
    }
    context.restore()
  }

  function paintExtras(context: OffscreenCanvasRenderingContext2D, scene: Scene) {
    const { glare, finger, height } = scene
    if (finger) {
      context.fillStyle = '#c58f6d'
      context.beginPath()
      context.roundRect(
        finger.x - finger.width / 2,
        finger.y,
        finger.width,
        height - finger.y + finger.width,
        finger.width / 2,
      )
      context.fill()
    }
    if (glare) {
      const spot = context.createRadialGradient(glare.x, glare.y, 0, glare.x, glare.y, glare.radius)
      spot.addColorStop(0, `rgb(255 255 255 / ${glare.strength})`)
      spot.addColorStop(0.6, `rgb(255 255 255 / ${glare.strength})`)
      spot.addColorStop(1, 'rgb(255 255 255 / 0)')
      context.fillStyle = spot
      context.fillRect(glare.x - glare.radius, glare.y - glare.radius, glare.radius * 2, glare.radius * 2)
    }
  }

  async function compose(scene: Scene): Promise<OffscreenCanvas> {
    const drawn = surface(scene.width, scene.height)
    paintBackdrop(drawn.context, scene)
    for (const layer of scene.layers) paintLayer(drawn.context, layer)
    paintExtras(drawn.context, scene)
    const frame = surface(scene.width, scene.height)
    if (scene.filter) frame.context.filter = scene.filter
    const steps = scene.smear ? 16 : 1
    for (let step = 0; step < steps; step += 1) {
      frame.context.globalAlpha = 1 / (step + 1)
      frame.context.drawImage(drawn.canvas, ((step - (steps - 1) / 2) * (scene.smear ?? 0)) / steps, 0)
    }
    frame.context.globalAlpha = 1
    frame.context.filter = 'none'
    if (scene.noise) addNoise(frame.context, scene)
    if (!scene.quality) return frame.canvas
    const blob = await frame.canvas.convertToBlob({ type: 'image/jpeg', quality: scene.quality })
    frame.context.drawImage(await createImageBitmap(blob), 0, 0)
    return frame.canvas
  }

  function addNoise(context: OffscreenCanvasRenderingContext2D, { width, height, noise = 0 }: Scene) {
    const pixels = context.getImageData(0, 0, width, height)
    const { data } = pixels
    const draw = random(7)
    const table = Float32Array.from(
      { length: 4099 },
      () => (draw() + draw() + draw() + draw() - 2) * 1.73 * noise,
    )
    for (let i = 0, n = 0; i < data.length; i += 4) {
      for (let k = 0; k < 3; k += 1, n += 1) data[i + k] = (data[i + k] ?? 0) + (table[n % 4099] ?? 0)
    }
    context.putImageData(pixels, 0, 0)
  }

  const decode = (base64: string) =>
    createImageBitmap(new Blob([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))]))

  const composer: Composer = {
    async give(name, base64) {
      pictures.set(name, await decode(base64))
    },
    async giveCard(name, base64, corners) {
      const frame = await decode(base64)
      const [a, b, c, d] = corners
      if (!a || !b || !c || !d) throw new Error('a card has four corners')
      const width = Math.hypot(b.x - a.x, b.y - a.y)
      const height = Math.hypot(d.x - a.x, d.y - a.y)
      const { canvas, context } = surface(width, height)
      const angle = Math.atan2(b.y - a.y, b.x - a.x)
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      const middle = { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 }
      // The edge of the card is rounded and half mixed with the desk: a little less on every side. Along its own corners: seen
      // a little aslant it is no rectangle, and a wedge of its old desk would stay at its edge like a finger.
      const inside = corners.map((p) => {
        const [x, y] = [p.x + (middle.x - p.x) * 0.006 - a.x, p.y + (middle.y - p.y) * 0.006 - a.y]
        return { x: x * cos + y * sin, y: y * cos - x * sin }
      })
      const between = (n: number, m: number) => {
        const [p, q] = [inside[n % 4] ?? a, inside[m % 4] ?? a]
        return { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 }
      }
      const start = between(3, 0)
      context.beginPath()
      context.moveTo(start.x, start.y)
      inside.forEach((corner, n) => {
        const next = between(n, n + 1)
        context.arcTo(corner.x, corner.y, next.x, next.y, width * 0.04)
      })
      context.closePath()
      context.clip()
      context.rotate(-angle)
      context.drawImage(frame, -a.x, -a.y)
      pictures.set(name, canvas.transferToImageBitmap())
    },
    async judge(scene) {
      const frame = await compose(scene)
      let verdict = ''
      let ms = 0
      let found: unknown
      for (let look = 0; look < 2; look += 1) {
        const taken = new VideoFrame(frame, { timestamp: 0 })
        const start = performance.now()
        worker.postMessage({ kind: 'look', frame: taken }, [taken])
        const answer = await next()
        verdict = answer?.verdict ?? ''
        found = answer?.found
        ms = performance.now() - start
      }
      return { verdict, ms, found }
    },
    async picture(scene) {
      const blob = await (await compose(scene)).convertToBlob({ type: 'image/jpeg', quality: 0.95 })
      const bytes = new Uint8Array(await blob.arrayBuffer())
      let text = ''
      for (let i = 0; i < bytes.length; i += 0x8000)
        text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
      return btoa(text)
    },
    async ready() {
      const first = await next()
      if (first?.kind !== 'ready') throw new Error(`the worker is ${first?.kind}`)
    },
  }
  Object.assign(globalThis, { composer })
}
