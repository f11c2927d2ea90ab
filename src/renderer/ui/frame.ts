import { createContext, type ReactNode, useContext } from 'react'

/** A button of the turn band (Bantuan, A+, Kontras, Suara, Sembunyikan layar). */
export type FrameTool = {
  readonly id: string
  readonly label: string
  /** Read out when the label alone does not say the state. */
  readonly description?: string
  readonly icon: ReactNode
  readonly onPress: () => void
  readonly pressed?: boolean
}

/** What every screen shows around its own content. The app provides it; screens only use `Screen`. */
export type Frame = {
  readonly demo: { readonly inboxUrl: string } | null
  readonly office: string | null
  readonly tools: readonly FrameTool[]
  /** The network line, if there is something to say. */
  readonly banner: ReactNode
  /** What is printed on: sheets are laid out for it. */
  readonly paper: 'a4' | '80mm'
  /** Suara: the tone of a changed turn, and hints and titles read aloud. */
  readonly sound: boolean
}

const FrameContext = createContext<Frame>({
  demo: null,
  office: null,
  tools: [],
  banner: null,
  paper: 'a4',
  sound: false,
})

export const FrameProvider = FrameContext.Provider

/** The frame around the screen. */
export const useFrame = (): Frame => useContext(FrameContext)
