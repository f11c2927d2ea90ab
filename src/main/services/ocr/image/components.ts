import type { GreyImage } from './raster.ts'

/** One connected blot of ink; right and bottom are exclusive. */
export type Component = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Pixels of ink. */
  readonly area: number
}

/** Finds 8-connected blots darker than `threshold` (two-pass labelling with union-find). */
export const findComponents = (image: GreyImage, threshold: number): Component[] => {
  const { width, height, data } = image
  const labels = new Int32Array(width * height)
  const parent: number[] = [0]
  const find = (a: number): number => {
    let root = a
    while (parent[root] !== root) root = parent[root] as number
    while (parent[a] !== root) {
      const next = parent[a] as number
      parent[a] = root
      a = next
    }
    return root
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x
      if ((data[i] as number) >= threshold) continue
      let label = 0
      const join = (other: number): void => {
        if (other === 0) return
        const root = find(other)
        if (label === 0) label = root
        else if (root !== label) {
          const low = Math.min(root, label)
          parent[Math.max(root, label)] = low
          label = low
        }
      }
      if (x > 0) join(labels[i - 1] as number)
      if (y > 0) {
        if (x > 0) join(labels[i - width - 1] as number)
        join(labels[i - width] as number)
        if (x < width - 1) join(labels[i - width + 1] as number)
      }
      if (label === 0) {
        label = parent.length
        parent.push(label)
      }
      labels[i] = label
    }
  }
  return measure(labels, width, height, find)
}

const measure = (
  labels: Int32Array,
  width: number,
  height: number,
  find: (a: number) => number,
): Component[] => {
  const boxes = new Map<number, { left: number; top: number; right: number; bottom: number; area: number }>()
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const label = labels[y * width + x] as number
      if (label === 0) continue
      const root = find(label)
      const box = boxes.get(root)
      if (!box) boxes.set(root, { left: x, top: y, right: x + 1, bottom: y + 1, area: 1 })
      else {
        box.left = Math.min(box.left, x)
        box.right = Math.max(box.right, x + 1)
        box.bottom = y + 1
        box.area++
      }
    }
  }
  return [...boxes.values()]
}
