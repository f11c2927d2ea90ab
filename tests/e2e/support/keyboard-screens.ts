import { expect, type Locator } from '@playwright/test'
import { Screens } from './screens.ts'

/** More stops of Tab than any screen has. */
const MOST_STOPS = 60

/** The same screens worked with Tab, Space and Enter alone. At every stop the focus must be seen. */
export class KeyboardScreens extends Screens {
  protected override async activate(button: Locator): Promise<void> {
    await this.tabTo(button)
    await this.page.keyboard.press('Enter')
  }

  protected override async choose(input: Locator): Promise<void> {
    await this.tabTo(input)
    await this.page.keyboard.press('Space')
  }

  protected override async enter(field: Locator): Promise<void> {
    await this.tabTo(field)
  }

  /** Walks to a target as somebody without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeAttached()
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
      await this.expectVisibleFocus()
    }
    throw new Error(`Tab never reaches ${target}`)
  }

  /** A ring of at least 4u (interface specification §3) on the focused element or on what is drawn for it. */
  private async expectVisibleFocus(): Promise<void> {
    const ring = await this.page.evaluate(() => {
      const focused = document.activeElement
      if (!focused || focused === document.body) return Number.POSITIVE_INFINITY
      const drawn = [
        focused,
        focused.closest('label'),
        focused.parentElement,
        ...(focused.parentElement?.children ?? []),
      ]
      return Math.max(
        ...drawn.map((each) => {
          const style = each ? getComputedStyle(each) : undefined
          return style && style.outlineStyle !== 'none' ? Number.parseFloat(style.outlineWidth) : 0
        }),
      )
    })
    expect(ring, 'the ring of the focus, CSS px').toBeGreaterThanOrEqual(2.4)
  }
}
