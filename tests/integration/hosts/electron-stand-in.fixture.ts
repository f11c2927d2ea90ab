import { createCipheriv, createDecipheriv } from 'node:crypto'
import { EventEmitter } from 'node:events'

/**
 * A small stand-in for the `electron` module: it keeps what the host asks of Electron, and lets a test play
 * the page, the person and the system by messages (`{id, act, args}` → `{id, value}`).
 * It does nothing that Electron does by itself; what only real Electron can show is in docs/not-verified.md.
 */
type Handler = (...args: never[]) => unknown
type Message = { id: number; act: string; args: unknown[] }

const asked: string[] = []

class WebFrame {
  url: string
  constructor(url: string) {
    this.url = url
  }
}

class WebContents extends EventEmitter {
  mainFrame = new WebFrame('')
  sent: unknown[] = []
  reloads = 0
  openHandler: ((details: { url: string }) => { action: string }) | undefined
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler
  }
  send(...message: unknown[]) {
    this.sent.push(message)
  }
  isDestroyed = () => false
  reload() {
    this.reloads += 1
  }
  forcefullyCrashRenderer() {
    this.emit('render-process-gone', {}, { reason: 'killed' })
  }
}

class Session {
  partition: string
  handlers = new Map<string, Handler>()
  listeners = new EventEmitter()
  constructor(partition: string) {
    this.partition = partition
  }
  setPermissionRequestHandler = (handler: Handler) => void this.handlers.set('permissionRequest', handler)
  setPermissionCheckHandler = (handler: Handler) => void this.handlers.set('permissionCheck', handler)
  setDevicePermissionHandler = (handler: Handler) => void this.handlers.set('devicePermission', handler)
  on = (name: string, listener: (...args: unknown[]) => void) => void this.listeners.on(name, listener)
  webRequest = { onBeforeRequest: (handler: Handler) => void this.handlers.set('beforeRequest', handler) }
  resolveProxy = async (_address: string) => process.env.STAND_IN_PROXY ?? 'DIRECT'
  protocol = {
    handle: (scheme: string, handler: Handler) => void this.handlers.set(`protocol:${scheme}`, handler),
  }
}

const sessions: Session[] = []
export const session = {
  fromPartition(partition: string) {
    const made = new Session(partition)
    sessions.push(made)
    return made
  },
}

const windows: BrowserWindow[] = []
export class BrowserWindow extends EventEmitter {
  options: Record<string, unknown>
  webContents = new WebContents()
  loaded: string[] = []
  focused = 0
  constructor(options: Record<string, unknown>) {
    super()
    this.options = options
    windows.push(this)
    appEvents.emit('web-contents-created', {}, this.webContents)
  }
  show() {}
  focus() {
    this.focused += 1
  }
  async loadURL(url: string) {
    this.loaded.push(url)
    this.webContents.mainFrame.url = url
    process.send?.({ ready: true })
  }
}

const appEvents = new EventEmitter()
export const app = {
  isPackaged: false,
  setPath: (name: string, path: string) => void asked.push(`setPath ${name} ${path}`),
  requestSingleInstanceLock: () => process.env.STAND_IN_SECOND !== '1',
  enableSandbox: () => void asked.push('enableSandbox'),
  whenReady: async () => void asked.push('whenReady'),
  on: (name: string, listener: (...args: unknown[]) => void) => void appEvents.on(name, listener),
  exit(code: number) {
    process.send?.({ exit: code }, () => process.exit(code))
  },
}

export const Menu = { setApplicationMenu: (menu: unknown) => void asked.push(`setApplicationMenu ${menu}`) }
export const powerSaveBlocker = { start: (kind: string) => void asked.push(`powerSaveBlocker ${kind}`) }
export const dialog = {
  showErrorBox: (title: string, text: string) => void process.send?.({ errorBox: `${title}\n${text}` }),
}
export const protocol = {
  registerSchemesAsPrivileged: (schemes: unknown) =>
    void asked.push(`registerSchemesAsPrivileged ${JSON.stringify(schemes)}`),
}

const ipcHandlers = new Map<string, (event: unknown, ...args: unknown[]) => unknown>()
export const ipcMain = {
  handle: (name: string, handler: (event: unknown, ...args: unknown[]) => unknown) =>
    void ipcHandlers.set(name, handler),
  removeHandler: (name: string) => void ipcHandlers.delete(name),
}

// Like the operating system's key store: one key of this "user", from the environment, so that a test can be another user.
const userKey = Buffer.alloc(32, process.env.STAND_IN_USER ?? 'user')
export const safeStorage = {
  isEncryptionAvailable: () => process.env.STAND_IN_BACKEND !== 'none',
  getSelectedStorageBackend: () => process.env.STAND_IN_BACKEND ?? 'gnome_libsecret',
  encryptString(text: string) {
    const cipher = createCipheriv('aes-256-gcm', userKey, Buffer.alloc(12))
    return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  },
  decryptString(bytes: Buffer) {
    const decipher = createDecipheriv('aes-256-gcm', userKey, Buffer.alloc(12))
    decipher.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
  },
}

const first = <T>(list: readonly T[]): T => {
  const [item] = list
  if (item === undefined) throw new Error('not there yet')
  return item
}
const handlerOf = (name: string) => {
  const handler = first(sessions).handlers.get(name)
  if (handler === undefined) throw new Error(`no handler ${name}`)
  return handler as (...args: unknown[]) => unknown
}
const emitPreventable = (target: EventEmitter, name: string, details: object) => {
  let prevented = false
  target.emit(name, { ...details, preventDefault: () => (prevented = true) })
  return prevented
}

/** What a test can ask or do. */
const acts: Record<string, (...args: never[]) => unknown> = {
  facts: () => {
    const { session: own, ...webPreferences } = first(windows).options.webPreferences as Record<
      string,
      unknown
    >
    return {
      asked,
      windowCount: windows.length,
      options: { ...first(windows).options, webPreferences },
      partition: (own as Session | undefined)?.partition,
      loaded: first(windows).loaded,
      channels: [...ipcHandlers.keys()],
    }
  },
  call: async (from: { sender?: 'other'; frame?: 'child' | 'gone'; url?: string }, ...args: unknown[]) => {
    const page = first(windows).webContents
    if (from.url !== undefined) page.mainFrame.url = from.url
    const frame =
      from.frame === 'gone'
        ? null
        : from.frame === 'child'
          ? new WebFrame('app://kiosk/index.html')
          : page.mainFrame
    const event = { sender: from.sender === 'other' ? new WebContents() : page, senderFrame: frame }
    const answer = await first([...ipcHandlers.values()])(event, ...args)
    page.mainFrame.url = 'app://kiosk/index.html'
    return answer
  },
  sent: () => first(windows).webContents.sent,
  permission: (permission: string, details: object) =>
    new Promise((resolve) => handlerOf('permissionRequest')({}, permission, resolve, details)),
  permissionCheck: (permission: string, origin: string, details: object) =>
    handlerOf('permissionCheck')({}, permission, origin, details),
  device: () => handlerOf('devicePermission')({}),
  request: (url: string) => new Promise((resolve) => handlerOf('beforeRequest')({ url }, resolve)),
  fetch: async (url: string, method = 'GET') => {
    const response = (await handlerOf('protocol:app')(new Request(url, { method }))) as Response
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    }
  },
  navigate: (name: string, url: string, isMainFrame: boolean) =>
    emitPreventable(first(windows).webContents, name, { url, isMainFrame }),
  openWindow: (url: string) => first(windows).webContents.openHandler?.({ url }),
  download: () => emitPreventable(first(sessions).listeners, 'will-download', {}),
  crash: (reason: string) => {
    first(windows).webContents.emit('render-process-gone', {}, { reason })
    return first(windows).webContents.reloads
  },
  hang: () => {
    first(windows).emit('unresponsive')
    return first(windows).webContents.reloads
  },
  secondInstance: () => {
    appEvents.emit('second-instance')
    return first(windows).focused
  },
  quit: () => emitPreventable(appEvents, 'before-quit', {}),
}

process.on('message', async ({ id, act, args }: Message) => {
  try {
    process.send?.({ id, value: await (acts[act] as (...args: unknown[]) => unknown)(...args) })
  } catch (error) {
    process.send?.({ id, failure: String(error) })
  }
})
