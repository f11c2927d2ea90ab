import type { ComponentType } from 'react'
import type { ScreenKind } from '#shared/domain/forms/index.ts'
import { CompanyScreen } from '../company/index.ts'
import { CodesScreen, ContactScreen } from '../contact/index.ts'
import { DocumentsScreen } from '../documents/index.ts'
import { FaceScreen } from '../face/index.ts'
import { KtpConfirmScreen, KtpPhotoScreen, NikConfirmScreen } from '../ktp/index.ts'
import { ReviewScreen } from '../review/index.ts'
import { ChecklistScreen } from './ChecklistScreen.tsx'
import { ChoiceScreen } from './ChoiceScreen.tsx'
import { ConsentScreen } from './ConsentScreen.tsx'
import { FieldsScreen } from './FieldsScreen.tsx'

const SCREENS = {
  choice: ChoiceScreen,
  checklist: ChecklistScreen,
  consent: ConsentScreen,
  'ktp-photo': KtpPhotoScreen,
  'ktp-confirm': KtpConfirmScreen,
  'nik-confirm': NikConfirmScreen,
  fields: FieldsScreen,
  contact: ContactScreen,
  codes: CodesScreen,
  'face-photo': FaceScreen,
  company: CompanyScreen,
  documents: DocumentsScreen,
  review: ReviewScreen,
} as const satisfies Record<ScreenKind, ComponentType>

/** The screen of a step, by what the form says it looks like. */
export function StepScreenOf({ kind }: { readonly kind: ScreenKind }) {
  const Screen = SCREENS[kind]
  return <Screen />
}
