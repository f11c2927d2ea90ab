import { FileText, IdCard, ScanFace } from 'lucide-react'
import type { ReactNode } from 'react'
import { useKiosk, useView } from '../../app/state/index.ts'
import { useText } from '../../i18n/index.ts'
import { Button, Screen, type ScreenAction } from '../../ui/index.ts'
import type { CameraPurpose } from '../capture/index.ts'
import { CaptureSettingsForm } from './CaptureSettingsForm.tsx'
import styles from './camera-test.module.css'

const ICONS = { ktp: IdCard, dokumen: FileText, swafoto: ScanFace } as const satisfies Record<
  CameraPurpose,
  object
>
const PURPOSES = Object.keys(ICONS) as CameraPurpose[]

/** Which camera of the desk is looked at, and how to look at the other. */
export type Purposes = {
  readonly purpose: CameraPurpose
  readonly onPurpose: (purpose: CameraPurpose) => void
}

type TestScreenProps = Purposes & {
  readonly picture: ReactNode
  /** What is known about the picture. */
  readonly children: ReactNode
  readonly error?: ReactNode
  readonly primary: ScreenAction
  readonly secondary?: readonly ScreenAction[]
}

/** What the test of every camera looks like: its picture, what was measured, the admin's decisions. */
export function TestScreen({ purpose, onPurpose, picture, children, ...frame }: TestScreenProps) {
  const { t } = useText()
  const kiosk = useKiosk()
  // Where each of them found the camera test.
  const isAdmin = useView((state) => state.status?.staff?.role === 'admin')
  return (
    <Screen
      turn="petugas"
      title={t('camTest.title')}
      sub={t('camTest.sub')}
      scroll
      back={{ onPress: () => kiosk.goTo(isAdmin ? 'office' : 'console') }}
      {...frame}
    >
      <div className={styles.test}>
        <div className={styles.stage}>{picture}</div>
        <div className={styles.words}>
          <div className={styles.purposes}>
            {PURPOSES.map((each) => {
              const Icon = ICONS[each]
              return (
                <Button
                  key={each}
                  pressed={each === purpose}
                  icon={<Icon aria-hidden="true" />}
                  onPress={() => onPurpose(each)}
                >
                  {t(`camTest.${each}`)}
                </Button>
              )
            })}
          </div>
          {children}
          <CaptureSettingsForm />
        </div>
      </div>
    </Screen>
  )
}
