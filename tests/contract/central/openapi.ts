import { readFileSync } from 'node:fs'
import type { ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { parse } from 'yaml'
import type { RecordedExchange as Exchange } from '../../helpers/recording-proxy.ts'

type Json = { readonly [key: string]: unknown }

const DOCUMENT = 'central'
const METHODS = ['get', 'put', 'post', 'patch', 'head', 'options', 'delete']

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null
const child = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

/** Checks real traffic against resources/central-api/openapi.yaml. Every method returns what is wrong, [] when nothing. */
export class CentralContract {
  readonly document: Json
  readonly #ajv: Ajv2020
  readonly #validators = new Map<string, ValidateFunction>()

  constructor() {
    const file = new URL('../../../resources/central-api/openapi.yaml', import.meta.url)
    this.document = parse(readFileSync(file, 'utf8')) as Json
    this.#ajv = new Ajv2020({ strict: false, allErrors: true })
    ajvFormats.default(this.#ajv)
    this.#ajv.addSchema(this.document, DOCUMENT)
  }

  /** Every operation and status that the contract names, as `GET /v1/health 200`. */
  documented(): string[] {
    const all: string[] = []
    for (const [path, item] of Object.entries(child(this.document, 'paths') as Json)) {
      for (const method of METHODS) {
        const responses = child(child(item, method), 'responses')
        if (!isObject(responses)) continue
        for (const status of Object.keys(responses)) all.push(`${method.toUpperCase()} ${path} ${status}`)
      }
    }
    return all
  }

  /** The name of an exchange in the terms of `documented`, undefined for a path the contract does not know. */
  nameOf(exchange: Exchange): string | undefined {
    const path = this.#pathOf(exchange)
    return path === undefined ? undefined : `${exchange.method} ${path} ${exchange.status}`
  }

  checkResponse(exchange: Exchange): string[] {
    const path = this.#pathOf(exchange)
    if (path === undefined) return [`${exchange.method} ${exchange.url}: not in the contract`]
    const name = `${exchange.method} ${path} ${exchange.status}`
    const pointer = ['paths', path, exchange.method.toLowerCase(), 'responses', String(exchange.status)]
    const [response, at] = this.#find(pointer)
    if (response === undefined) return [`${name}: status not in the contract`]
    return [
      ...this.#checkHeaders(name, response, at, exchange.responseHeaders),
      ...this.#checkBody(name, response, at, exchange),
    ]
  }

  checkRequest(exchange: Exchange): string[] {
    const path = this.#pathOf(exchange)
    if (path === undefined) return [`${exchange.method} ${exchange.url}: not in the contract`]
    const name = `request ${exchange.method} ${path}`
    const pointer = ['paths', path, exchange.method.toLowerCase()]
    const [operation] = this.#find(pointer)
    if (operation === undefined) return [`${name}: method not in the contract`]
    const faults: string[] = []
    const needsToken = child(operation, 'security') === undefined
    const hasToken = /^Bearer \S+$/.test(exchange.requestHeaders.authorization ?? '')
    if (needsToken !== hasToken)
      faults.push(`${name}: bearer token ${needsToken ? 'missing' : 'sent needlessly'}`)
    faults.push(...this.#checkParameters(name, path, exchange))
    const body = child(operation, 'requestBody')
    const content = child(body, 'content')
    if (exchange.requestBody.length === 0 && child(body, 'required') !== true) return faults
    if (!isObject(content)) {
      if (exchange.requestBody.length > 0) faults.push(`${name}: has a body`)
      return faults
    }
    const type = mediaType(exchange.requestHeaders['content-type'])
    if (content[type] === undefined) return [...faults, `${name}: media type ${type} not in the contract`]
    if (child(content[type], 'schema') === undefined) return faults
    const text = exchange.requestBody.toString('utf8')
    const value = type.endsWith('json') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text))
    return [...faults, ...this.#validate(name, [...pointer, 'requestBody', 'content', type, 'schema'], value)]
  }

  /** Checks every `example` of the document against the schema beside it. */
  checkExamples(): string[] {
    const faults: string[] = []
    let seen = 0
    const walk = (value: unknown, at: string[]): void => {
      if (!isObject(value)) return
      if (value.example !== undefined && value.schema !== undefined) {
        seen += 1
        faults.push(...this.#validate(`example ${at.join('/')}`, [...at, 'schema'], value.example))
      }
      for (const [key, part] of Object.entries(value)) if (key !== 'example') walk(part, [...at, key])
    }
    walk(this.document, [])
    return seen > 10 ? faults : ['hardly any example was found']
  }

  #pathOf(exchange: Exchange): string | undefined {
    const pathname = new URL(exchange.url, 'http://x').pathname
    return Object.keys(child(this.document, 'paths') as Json)
      .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
      .find((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname))
  }

  /** Follows a pointer through `$ref`s; gives the value and where it really stands. */
  #find(pointer: readonly string[]): [unknown, string[]] {
    let value: unknown = this.document
    let at: string[] = []
    for (const key of pointer) {
      value = child(value, key)
      at = [...at, key]
      const reference = child(value, '$ref')
      if (typeof reference === 'string') {
        const [target, where] = this.#find(reference.slice(2).split('/'))
        value = target
        at = where
      }
    }
    return [value, at]
  }

  #checkParameters(name: string, path: string, exchange: Exchange): string[] {
    const base = ['paths', path]
    const lists = [
      [...base, 'parameters'],
      [...base, exchange.method.toLowerCase(), 'parameters'],
    ]
    const query = new URL(exchange.url, 'http://x').searchParams
    return lists.flatMap((list) => {
      const [parameters] = this.#find(list)
      if (!Array.isArray(parameters)) return []
      return parameters.flatMap((_parameter, index) => {
        const [parameter, at] = this.#find([...list, String(index)])
        const key = String(child(parameter, 'name'))
        const where = child(parameter, 'in')
        const value =
          where === 'header'
            ? exchange.requestHeaders[key.toLowerCase()]
            : where === 'query'
              ? (query.get(key) ?? undefined)
              : undefined
        if (where === 'path') return []
        if (value === undefined) {
          return child(parameter, 'required') === true ? [`${name}: ${where} ${key} missing`] : []
        }
        return this.#validate(`${name} ${key}`, [...at, 'schema'], value)
      })
    })
  }

  #checkHeaders(
    name: string,
    response: unknown,
    at: readonly string[],
    actual: Readonly<Record<string, string>>,
  ): string[] {
    const headers = child(response, 'headers')
    if (!isObject(headers)) return []
    return Object.keys(headers).flatMap((header) => {
      const [definition, where] = this.#find([...at, 'headers', header])
      const value = actual[header.toLowerCase()]
      if (value === undefined) {
        return child(definition, 'required') === true ? [`${name}: header ${header} missing`] : []
      }
      return this.#validate(`${name} ${header}`, [...where, 'schema'], value)
    })
  }

  #checkBody(name: string, response: unknown, at: readonly string[], exchange: Exchange): string[] {
    const content = child(response, 'content')
    if (exchange.method === 'HEAD') return []
    if (!isObject(content)) return exchange.responseBody === '' ? [] : [`${name}: has a body`]
    const type = mediaType(exchange.responseHeaders['content-type'])
    if (content[type] === undefined) return [`${name}: media type ${type} not in the contract`]
    if (child(content[type], 'schema') === undefined) return []
    const value: unknown = JSON.parse(exchange.responseBody)
    const faults = this.#validate(name, [...at, 'content', type, 'schema'], value)
    if (type === 'application/problem+json' && child(value, 'status') !== exchange.status) {
      faults.push(`${name}: the problem names another status`)
    }
    return faults
  }

  #validate(name: string, pointer: readonly string[], value: unknown): string[] {
    const [, where] = this.#find(pointer)
    const reference = `${DOCUMENT}#/${where.map(escapePointer).join('/')}`
    const validate = this.#validators.get(reference) ?? this.#ajv.compile({ $ref: reference })
    this.#validators.set(reference, validate)
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      (fault) => `${name}: ${fault.instancePath || '(all)'} ${fault.message}`,
    )
  }
}

const mediaType = (header: string | undefined): string => (header ?? '').split(';')[0]?.trim() ?? ''

/** A key as part of a JSON Pointer in a URI fragment (RFC 6901 section 6). */
const escapePointer = (key: string): string =>
  encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))
