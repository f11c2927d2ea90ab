import { Printer } from 'lucide-react'
import { useState } from 'react'
import { visibleOptions } from '#shared/domain/forms/index.ts'
import { usePrint } from '../../app/state/index.ts'
import { hasMessage, useText } from '../../i18n/index.ts'
import { Dialog, Notice, TickList } from '../../ui/index.ts'
import { StepScreen, useFieldText, useStep } from '../step/index.ts'
import { RequirementsPaper } from './RequirementsPaper.tsx'
import styles from './visit.module.css'

/** S3: the petugas asks what was brought, before anything is photographed (SOP 000 step 12). */
export function ChecklistScreen() {
  const { t } = useText()
  const { step, fields, snapshot, value, set, advance, online, call, busy, issues } = useStep()
  const print = usePrint()
  const [printing, setPrinting] = useState(false)
  const field = fields[0]
  const { option, label } = useFieldText({ id: field?.id ?? '' })
  if (!field) throw new Error(`step ${step.id} has no checklist`)
  const ticked = value(field.id)
  const options = visibleOptions(field, snapshot.values).map((each) => option(each))

  const service = `service.${snapshot.service}`

  const printAndEnd = () => {
    // Ended whatever the printer says: nothing of this person is here yet.
    void print().then(() => call('visit.end', { reason: 'requirements-missing' }))
  }

  return (
    <StepScreen
      title={t('req.title')}
      sub={t('req.sub')}
      groupIssues={[field.id]}
      primary={{ label: t('btn.Sudah lengkap'), onPress: () => void advance() }}
      secondary={[
        {
          label: t('btn.Belum, cetak daftar'),
          onPress: () => setPrinting(true),
          icon: <Printer aria-hidden="true" />,
        },
      ]}
    >
      <div className={styles.checklist}>
        <TickList
          label={label}
          options={options}
          value={Array.isArray(ticked) ? ticked : []}
          onChange={(next) => set(field.id, next)}
          invalid={issues.length > 0}
        />
      </div>
      {online ? null : <Notice kind="info">{t('req.offline')}</Notice>}
      {printing ? (
        <>
          <RequirementsPaper service={hasMessage(service) ? t(service) : snapshot.service} items={options} />
          <Dialog
            title={t('req.print.title')}
            onEscape={() => setPrinting(false)}
            primary={{ label: t('req.print.button'), onPress: printAndEnd, busy }}
            secondary={{ label: t('btn.Kembali'), onPress: () => setPrinting(false) }}
          >
            {t('req.print.sub')}
          </Dialog>
        </>
      ) : null}
    </StepScreen>
  )
}
