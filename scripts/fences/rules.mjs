/**
 * Who may import whom (docs/architecture.md). A rule reads: files whose path matches `from` and not
 * `except` may not import what matches `to`. Paths are project paths with `/`; a package is written
 * `npm:name`, a Node built-in `node:name`.
 * @typedef {{name: string, why: string, from: RegExp, except?: RegExp, to: RegExp, toExcept?: RegExp, typesAllowed?: boolean}} Rule
 * @type {Rule[]}
 */
export const RULES = [
  // Packages that are fenced in: replacing one must touch one folder.
  {
    name: 'electron',
    why: 'the core must run where Electron is not installed',
    from: /^src\//,
    except: /^src\/(main\/index\.ts|main\/electron\/|main\/transport\/electron-ipc|preload\/)/,
    to: /^npm:electron(\/|$)/,
  },
  packageFence('better-sqlite3', /^src\/(main\/services\/store|central)\//),
  packageFence('axios', /^src\/main\/services\/central-api\//),
  packageFence('tus-js-client', /^src\/main\/services\/central-api\//),
  packageFence('tesseract\\.js', /^src\/main\/services\/ocr\//),
  packageFence('node-webcam', /^src\/main\/services\/camera\//),
  packageFence('@napi-rs\\/image', /^src\/main\/services\/pictures\//),
  packageFence('@cantoo\\/pdf-lib', /^src\/main\/services\/documents\//),
  packageFence('@vladmandic\\/human', /^src\/renderer\/features\/capture\/face-model\//),
  {
    name: 'face model',
    why: 'it weighs megabytes and runs in the worker of the face checks alone',
    from: /^src\/(?!renderer\/features\/capture\/face-(check\.worker\.ts$|model\/))/,
    to: /^src\/renderer\/features\/capture\/face-model\//,
    typesAllowed: true,
  },
  packageFence('(fastify|@tus\\/server|@tus\\/file-store)', /^src\/central\//),

  // Layers: renderer → contract → domain ← services ← handlers ← app ← hosts.
  {
    name: 'shared is pure',
    why: 'it runs in the renderer, in main and in the central: no Node, no DOM, no layer above it',
    from: /^src\/shared\//,
    to: /^(node:|src\/(?!shared\/))/,
  },
  {
    name: 'domain knows no contract',
    why: 'the contract is written in terms of the domain',
    from: /^src\/shared\/domain\//,
    to: /^src\/shared\/contract\//,
  },
  {
    name: 'channels are names only',
    why: 'the preload script imports them and must stay one small file',
    from: /^src\/shared\/contract\/channels\.ts$/,
    to: /./,
  },
  {
    name: 'renderer',
    why: 'it reaches the core through the contract only, and has no Node',
    from: /^src\/renderer\//,
    to: /^(node:|src\/(main|central|preload)\/)/,
  },
  {
    name: 'preload',
    why: 'a sandboxed preload bundles nothing but the channel names',
    from: /^src\/preload\//,
    to: /^(node:|npm:(?!electron$)|src\/(?!preload\/|shared\/contract\/channels\.ts$))/,
    typesAllowed: true,
  },
  {
    name: 'central stands alone',
    why: 'the reference central is another party: it shares the domain and no code of the kiosk',
    from: /^src\/central\//,
    to: /^src\/(main|renderer|preload)\//,
  },
  {
    name: 'kiosk knows no central code',
    why: 'it talks HTTP; only a host in demo mode starts the embedded central',
    from: /^src\/(main|renderer|preload|shared)\//,
    except: /^src\/main\/(hosts|index\.ts|node-host\.ts|headless\.ts)/,
    to: /^src\/central\//,
  },
  {
    name: 'services look down',
    why: 'a service knows the domain and other services, never who calls it',
    from: /^src\/main\/services\//,
    to: /^src\/main\/(?!services\/)/,
    typesAllowed: true,
  },
  {
    name: 'handlers look down',
    why: 'a handler maps a call to a service',
    from: /^src\/main\/handlers\//,
    to: /^src\/main\/(?!services\/|handlers\/)/,
    typesAllowed: true,
  },
  {
    name: 'the core knows no host',
    why: 'one core is carried by several hosts',
    from: /^src\/main\/(app|handlers|services)\//,
    to: /^src\/main\/(hosts|electron|chromium|transport|index\.ts|node-host\.ts|headless\.ts)/,
  },
  {
    name: 'production imports no tests',
    why: 'tests are not shipped',
    from: /^src\//,
    to: /^(tests|scripts)\//,
  },
]

/** Folders that show one file to everybody else, and the ports that may be named beside it. */
export const DOORS = {
  folders: [/^src\/main\/services\/[^/]+\//, /^src\/renderer\/features\/[^/]+\//],
  door: 'index.ts',
  /** Interfaces that a composition root implements or receives. */
  ports: ['src/main/services/vault/key-provider.ts', 'src/main/services/central-api/central-api.ts'],
  /** Tests look at the inside of what they test. */
  except: /^tests\//,
}

function packageFence(name, only) {
  return {
    name: `npm ${name.replaceAll('\\', '')}`,
    why: 'one folder hides this package',
    from: /^src\//,
    except: only,
    to: new RegExp(`^npm:${name}(/|$)`),
  }
}
