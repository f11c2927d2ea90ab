import styles from './Spinner.module.css'

/** A turning ring (a still one when motion is unwanted). It never blinks. Decoration: say the state in words. */
export function Spinner() {
  return <span className={styles.ring} aria-hidden="true" />
}
