import { Component, type ErrorInfo, type ReactNode } from 'react'
import { UnexpectedScreen } from '../features/trouble/index.ts'

type State = { readonly reference: string | null }

/** 32 characters without 0 O 1 I: the reference is read out over a desk. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function makeReference(): string {
  const random = crypto.getRandomValues(new Uint8Array(3))
  return `K-${Array.from(random, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')}`
}

/** Catches a bug of the screen once: the visit is safe in the core, so reloading the screen goes on with it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { reference: null }

  static getDerivedStateFromError(): State {
    return { reference: makeReference() }
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    // Never the message: it may quote what somebody typed.
    console.error(this.state.reference, error.name, info.componentStack)
  }

  override render(): ReactNode {
    return this.state.reference === null ? (
      this.props.children
    ) : (
      <UnexpectedScreen reference={this.state.reference} />
    )
  }
}
