import type { ReactNode } from 'react'
import styles from './capture.module.css'
import type { CardVerdict } from './checks/card-check.ts'
import type { FaceVerdict } from './checks/face-check.ts'

/** What a hint shows: a finding about the card, one about the face, or a step of the head-turn. */
export type HintSubject = `card.${CardVerdict}` | `face.${FaceVerdict}` | 'face.turn-left' | 'face.turn-right'

const Frame = () => <rect x="4" y="8" width="88" height="64" rx="6" className={styles.thin} />
const Card = ({ x = 22, y = 24, w = 52, h = 33 }) => (
  <g>
    <rect x={x} y={y} width={w} height={h} rx="4" className={styles.shape} />
    <rect x={x + w * 0.68} y={y + h * 0.24} width={w * 0.2} height={h * 0.5} className={styles.line} />
    <path d={`M${x + w * 0.1} ${y + h * 0.34}h${w * 0.44}M${x + w * 0.1} ${y + h * 0.6}h${w * 0.34}`} />
  </g>
)
const Head = ({ x = 48, y = 34, r = 15, children = null as ReactNode }) => (
  <g>
    <path
      d={`M${x - r * 1.7} ${y + r * 2.5}c0 -${r} ${r * 0.8} -${r * 1.2} ${r * 1.7} -${r * 1.2}s${r * 1.7} ${r * 0.2} ${r * 1.7} ${r * 1.2}`}
      className={styles.shape}
    />
    <ellipse cx={x} cy={y} rx={r * 0.8} ry={r} className={styles.shape} />
    {children}
  </g>
)
const Eyes = ({ x = 48, y = 32, by = 5 }) => (
  <g className={styles.dots}>
    <circle cx={x - by} cy={y} r="1.8" />
    <circle cx={x + by} cy={y} r="1.8" />
  </g>
)
/** An arrow from one point to another. */
const Arrow = ({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }) => {
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
  return (
    <g className={styles.arrow}>
      <path d={`M${x1} ${y1}L${x2} ${y2}`} />
      <path d="M-7 -6L0 0L-7 6" transform={`translate(${x2} ${y2}) rotate(${angle})`} />
    </g>
  )
}
const RAYS = [0, 45, 90, 135, 180, 225, 270, 315] as const
/** Thin rays that stand clear of the disc: thick ones made a gear of it. */
const Sun = ({ x = 78, y = 18 }) => (
  <g transform={`translate(${x} ${y})`} className={styles.line}>
    <circle r="6" className={styles.spark} />
    {RAYS.map((turn) => (
      <path key={turn} d="M0 -10v-6" transform={`rotate(${turn})`} />
    ))}
  </g>
)
const Moon = () => <path d="M84 26a12 12 0 1 1 -12 -16a10 10 0 0 0 12 16z" className={styles.arrow} />
const Waves = () => <path d="M10 34q5 -6 0 -12M10 58q5 -6 0 -12M86 34q-5 -6 0 -12M86 58q-5 -6 0 -12" />
const Turn = ({ left }: { left: boolean }) => (
  <g transform={left ? 'translate(96 0) scale(-1 1)' : undefined} className={styles.arrow}>
    <path d="M34 14a20 10 0 0 1 32 4" />
    <path d="M-7 -6L0 0L-7 6" transform="translate(67 20) rotate(60)" />
  </g>
)

const PICTURES: Readonly<Record<HintSubject, ReactNode>> = {
  'card.none': (
    <>
      <Frame />
      <g strokeDasharray="5 5">
        <rect x="22" y="24" width="52" height="33" rx="4" />
      </g>
      <Arrow x1={48} y1={0} x2={48} y2={34} />
    </>
  ),
  'card.finger': (
    <>
      <Card y={16} />
      <path d="M58 76v-26a5 5 0 0 1 10 0v26" className={styles.shape} />
      <Arrow x1={82} y1={44} x2={82} y2={70} />
    </>
  ),
  'card.cut': (
    <>
      <Frame />
      <g strokeDasharray="5 5">
        <rect x="14" y="18" width="46" height="30" rx="4" />
      </g>
      <Card x={56} y={36} />
      <Arrow x1={54} y1={56} x2={38} y2={42} />
    </>
  ),
  'card.small': (
    <>
      <Frame />
      <Card x={36} y={32} w={24} h={15} />
      <Arrow x1={30} y1={26} x2={16} y2={16} />
      <Arrow x1={66} y1={54} x2={80} y2={64} />
    </>
  ),
  'card.tilt': (
    <>
      <g transform="rotate(-24 48 42)">
        <Card />
      </g>
      <Arrow x1={80} y1={20} x2={86} y2={44} />
    </>
  ),
  'card.blur': (
    <>
      <Card />
      <Waves />
    </>
  ),
  'card.dark': (
    <>
      <Card x={14} y={34} />
      <Moon />
    </>
  ),
  'card.bright': (
    <>
      <Card x={10} y={36} />
      <Sun />
    </>
  ),
  'card.glare': (
    <>
      <Card />
      <path d="M40 30l4 8 8 4 -8 4 -4 8 -4 -8 -8 -4 8 -4z" className={styles.spark} />
      <Arrow x1={62} y1={70} x2={84} y2={70} />
    </>
  ),
  'card.good': (
    <>
      <Card />
      <path d="M36 44l9 9 18 -20" className={styles.arrow} />
    </>
  ),
  'face.none': (
    <>
      <Frame />
      <g strokeDasharray="5 5">
        <ellipse cx="48" cy="38" rx="14" ry="18" />
      </g>
    </>
  ),
  'face.many': (
    <>
      <Head x={34} r={12} />
      <Head x={64} r={12} />
      <path d="M54 18l22 34M76 18l-22 34" className={styles.arrow} />
    </>
  ),
  'face.far': (
    <>
      <Frame />
      <Head x={48} y={36} r={8} />
      <Arrow x1={28} y1={28} x2={16} y2={18} />
      <Arrow x1={68} y1={28} x2={80} y2={18} />
    </>
  ),
  'face.near': (
    <>
      <Frame />
      <Head x={48} y={42} r={24} />
      <Arrow x1={10} y1={14} x2={22} y2={26} />
      <Arrow x1={86} y1={14} x2={74} y2={26} />
    </>
  ),
  'face.centre': (
    <>
      <Frame />
      <g strokeDasharray="5 5">
        <ellipse cx="48" cy="40" rx="12" ry="16" />
      </g>
      <Arrow x1={10} y1={40} x2={30} y2={40} />
      <Arrow x1={86} y1={40} x2={66} y2={40} />
    </>
  ),
  'face.turn': (
    <>
      <Head>
        <Eyes x={54} by={4} />
      </Head>
      <Turn left />
    </>
  ),
  'face.turn-left': (
    <>
      <Head y={42}>
        <Eyes x={43} y={40} by={4} />
      </Head>
      <Turn left />
    </>
  ),
  'face.turn-right': (
    <>
      <Head y={42}>
        <Eyes x={53} y={40} by={4} />
      </Head>
      <Turn left={false} />
    </>
  ),
  'face.back': (
    <>
      <Sun x={64} y={22} />
      <Head x={44} y={38} />
    </>
  ),
  'face.dark': (
    <>
      <Head x={38}>
        <Eyes x={38} />
      </Head>
      <Moon />
    </>
  ),
  'face.bright': (
    <>
      <Head x={32} y={40}>
        <Eyes x={32} y={38} />
      </Head>
      <Sun x={76} y={24} />
      <path d="M64 34l-12 6" className={styles.arrow} />
    </>
  ),
  'face.blur': (
    <>
      <Head />
      <Waves />
    </>
  ),
  'face.eyes': (
    <Head r={24} y={38}>
      <path d="M34 36q6 -7 12 0q-6 7 -12 0zM50 36q6 -7 12 0q-6 7 -12 0z" className={styles.line} />
      <Eyes y={36} by={8} />
    </Head>
  ),
  'face.busy': (
    <>
      <path d="M8 14h18v14h-18zM14 36l8 14h-16zM80 12l8 14h-16zM72 36h16v12h-16z" className={styles.line} />
      <Head />
    </>
  ),
  'face.moving': (
    <>
      <Head />
      <Waves />
    </>
  ),
  'face.good': (
    <Head r={20} y={40}>
      <path d="M39 40l7 7 13 -15" className={styles.arrow} />
    </Head>
  ),
}

/** A small calm drawing of what to do, for whoever reads pictures faster than words. */
export function HintPicture({ subject }: { readonly subject: HintSubject }) {
  return (
    <svg viewBox="0 0 96 80" className={styles.picture} data-hint={subject} aria-hidden="true">
      {PICTURES[subject]}
    </svg>
  )
}
