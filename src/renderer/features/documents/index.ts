/** Documents of a service: from a stick or by camera, each below 2 MB (001 step 4). */
export { DocumentsScreen } from './DocumentsScreen.tsx'
