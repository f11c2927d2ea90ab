import { Camera as CameraIcon, SwitchCamera } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PageTurn } from '#shared/domain/forms/index.ts'
import { useText } from '../../i18n/index.ts'
import { Notice, type ScreenAction } from '../../ui/index.ts'
import {
  CameraView,
  liesSideways,
  pagePart,
  type StillCameras,
  useCamera,
  useCameraChoice,
  useChosenStill,
  useShutter,
  useStillCameras,
} from '../capture/index.ts'
import { StepScreen } from '../step/index.ts'
import styles from './documents.module.css'
import { useDocumentName } from './use-document-name.ts'

type PhotographDocumentProps = {
  readonly kind: string
  readonly busy: boolean
  /**
   * @param content base64 of a JPEG
   * @param turn how far it is turned clockwise to be read
   */
  readonly onTaken: (content: string | Blob, turn: PageTurn) => void
  readonly onBack: () => void
}

/** One page under the camera, photographed by hand: by the camera for stills that this desk has chosen, or by the browser's. */
export function PhotographDocument({ onTaken, ...page }: PhotographDocumentProps) {
  const { t } = useText()
  const stills = useStillCameras(({ jpeg }) => onTaken(jpeg, 0))
  const { chosen, choose } = useChosenStill(stills.devices)
  const takeFirst = (deviceId: string) => {
    choose(deviceId)
    stills.take(deviceId)
  }
  if (!chosen) return <LivePage {...page} onTaken={onTaken} stills={{ ...stills, take: takeFirst }} />
  return (
    <PageScreen
      {...page}
      busy={page.busy || stills.taking}
      onTake={() => stills.take(chosen.id)}
      change={{
        label: t('cam.still.leave'),
        onPress: () => choose(null),
        icon: <SwitchCamera aria-hidden="true" />,
      }}
    >
      <Notice kind="info">{t('cam.still.ready', { name: chosen.label })}</Notice>
    </PageScreen>
  )
}

/** The page seen live by a camera that the browser opens. */
function LivePage({ onTaken, stills, ...page }: PhotographDocumentProps & { readonly stills: StillCameras }) {
  const { t } = useText()
  const camera = useCamera('dokumen')
  const sideways = camera.frame !== undefined && liesSideways(camera.frame)
  // Its top is at the left.
  const take = useShutter(camera, pagePart, ({ jpeg }) => onTaken(jpeg, sideways ? 90 : 0))
  const { action, dialog } = useCameraChoice(camera, stills)
  return (
    <PageScreen
      {...page}
      sub={t(sideways ? 'documents.photographSideways' : 'documents.photograph')}
      onTake={() => void take()}
      change={action}
    >
      <div className={styles.capture}>
        <div className={styles.stage}>
          <CameraView camera={camera} guide={sideways ? 'page-sideways' : 'page'} />
        </div>
      </div>
      {dialog}
    </PageScreen>
  )
}

type PageScreenProps = Omit<PhotographDocumentProps, 'onTaken'> & {
  readonly onTake: () => void
  /** Another camera. */
  readonly change: ScreenAction
  readonly sub?: string
  readonly children: ReactNode
}

function PageScreen({ kind, busy, onBack, onTake, change, sub, children }: PageScreenProps) {
  const { t } = useText()
  return (
    <StepScreen
      title={useDocumentName(kind)}
      {...(sub === undefined ? {} : { sub })}
      view={`photograph-${kind}`}
      live
      groupIssues={[kind]}
      back={onBack}
      primary={{
        label: t('btn.Ambil foto'),
        onPress: onTake,
        icon: <CameraIcon aria-hidden="true" />,
        busy,
      }}
      secondary={[change]}
    >
      {children}
    </StepScreen>
  )
}
