import { useKiosk, useView } from './hooks.tsx'

/** A button for the other language, named in that language: for screens before a visit has chosen one. */
export function useLanguageSwitch(): { readonly label: string; readonly onPress: () => void } {
  const kiosk = useKiosk()
  const other = useView((state) => (state.language === 'id' ? 'en' : 'id'))
  return {
    label: other === 'en' ? 'English' : 'Bahasa Indonesia',
    onPress: () => kiosk.set({ language: other }),
  }
}
