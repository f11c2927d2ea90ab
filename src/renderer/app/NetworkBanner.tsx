import { formatNumber, formatTime, useText } from '../i18n/index.ts'
import { Banner } from '../ui/index.ts'
import { useView } from './state/index.ts'

/** "Internet terputus…" while it is, "Internet kembali…" for a while after (interface specification §1, Offline). */
export function NetworkBanner() {
  const { t, language } = useText()
  const status = useView((state) => state.status)
  const networkBack = useView((state) => state.networkBack)
  const inVisit = useView((state) => state.visit !== null)
  if (!status?.setUp || status.problem) return null

  if (!status.network.online) {
    // The petugas needs to know how long and how many; the registrant only that all is well.
    const text =
      inVisit || !status.staff
        ? t('net.down')
        : t('net.down.staff', {
            time: formatTime(status.network.since, language),
            n: formatNumber(status.queue.waiting, language),
          })
    return <Banner kind="offline">{text}</Banner>
  }
  if (networkBack === null) return null
  return (
    <Banner kind="online">
      {networkBack > 0 ? t('net.up', { n: formatNumber(networkBack, language) }) : t('net.upNone')}
    </Banner>
  )
}
