import { type ReactNode, useMemo } from 'react'
import { formatNumber, formatTime, useText } from '../i18n/index.ts'
import { Banner } from '../ui/index.ts'
import { useView } from './state/index.ts'

/**
 * "Internet terputus…" while it is, "Internet kembali…" for a while after, otherwise null
 * (interface specification §1, Offline).
 */
export function useNetworkBanner(): ReactNode {
  const { t, language } = useText()
  const shown = useView((state) => state.status?.setUp === true && state.status.problem === null)
  const online = useView((state) => state.status?.network.online ?? true)
  const since = useView((state) => state.status?.network.since ?? '')
  const waiting = useView((state) => state.status?.queue.waiting ?? 0)
  const networkBack = useView((state) => state.networkBack)
  // The petugas needs to know how long and how many; the registrant only that all is well.
  const forPetugas = useView((state) => state.status?.staff != null && state.visit === null)

  return useMemo(() => {
    if (!shown) return null
    if (!online) {
      const text = forPetugas
        ? t('net.down.staff', {
            time: formatTime(since, language),
            n: formatNumber(waiting, language),
          })
        : t('net.down')
      return <Banner kind="offline">{text}</Banner>
    }
    if (networkBack === null) return null
    return (
      <Banner kind="online">
        {networkBack > 0 ? t('net.up', { n: formatNumber(networkBack, language) }) : t('net.upNone')}
      </Banner>
    )
  }, [shown, online, since, waiting, networkBack, forPetugas, t, language])
}
