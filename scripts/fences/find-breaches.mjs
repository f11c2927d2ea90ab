import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix, relative, sep } from 'node:path'
import { parseSync } from 'oxc-parser'
import { DOORS, RULES } from './rules.mjs'

/** `import('x')` in types and code, and `require('x')` of a created require. */
const CALLS = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g

/**
 * Every import that crosses a fence.
 * @param {string} root a project root
 * @returns {{file: string, imports: string, rule: string, why: string}[]}
 */
export function findBreaches(root, rules = RULES, doors = DOORS) {
  const aliases = readAliases(root)
  return ['src', 'tests']
    .flatMap((dir) => sourcesBelow(join(root, dir)))
    .flatMap((path) => {
      const file = toProjectPath(root, path)
      return importsOf(path).flatMap(({ specifier, typeOnly }) => {
        const target = resolveSpecifier(file, specifier, aliases)
        return [...brokenRules(rules, file, target, typeOnly), ...passedDoors(doors, file, target)].map(
          ({ name, why }) => ({ file, imports: target, rule: name, why }),
        )
      })
    })
}

function brokenRules(rules, file, target, typeOnly) {
  return rules.filter(
    (rule) =>
      rule.from.test(file) &&
      !rule.except?.test(file) &&
      rule.to.test(target) &&
      !(rule.typesAllowed && typeOnly),
  )
}

function passedDoors(doors, file, target) {
  if (doors.except.test(file) || doors.ports.includes(target)) return []
  const folder = doors.folders
    .map((pattern) => pattern.exec(target)?.[0])
    .find((match) => match !== undefined)
  if (folder === undefined || file.startsWith(folder) || target === folder + doors.door) return []
  return [{ name: 'one door', why: `${folder} shows only ${doors.door}` }]
}

/** What a file imports and re-exports, at run time or as types. */
export function importsOf(path, text = readFileSync(path, 'utf8')) {
  const { module } = parseSync(path, text)
  const statics = module.staticImports.map((found) => ({
    specifier: found.moduleRequest.value,
    typeOnly: found.entries.length > 0 && found.entries.every((entry) => entry.isType),
  }))
  const reexports = module.staticExports.flatMap((found) =>
    found.entries
      .filter((entry) => entry.moduleRequest)
      .map((entry) => ({ specifier: entry.moduleRequest.value, typeOnly: entry.isType })),
  )
  const calls = [...text.matchAll(CALLS)].map((match) => ({ specifier: match[1], typeOnly: false }))
  return [...statics, ...reexports, ...calls]
}

/** A specifier as a project path, `npm:name` or `node:name`. */
export function resolveSpecifier(file, specifier, aliases) {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier))
  if (specifier.startsWith('node:')) return specifier
  if (isBuiltin(specifier)) return `node:${specifier}`
  for (const [alias, folder] of aliases)
    if (specifier.startsWith(alias)) return folder + specifier.slice(alias.length)
  return `npm:${specifier}`
}

/** package.json `imports` of the form `#name/*`: `./folder/*`. */
function readAliases(root) {
  const { imports = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return Object.entries(imports).map(([alias, target]) => [
    alias.replace(/\*$/, ''),
    target.replace(/^\.\//, '').replace(/\*$/, ''),
  ])
}

function sourcesBelow(dir) {
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const toProjectPath = (root, path) => relative(root, path).split(sep).join('/')
