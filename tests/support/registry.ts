import { readFile } from 'node:fs/promises'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Tarball } from './packed.ts'

/** A registry of packages on this machine. Declare it with `await using`: it ends with the test. */
interface Registry extends AsyncDisposable {
  readonly url: string
  /** The paths that were asked for, each once, in code-unit order. */
  readonly asked: () => readonly string[]
}

/** Serves packages without dependencies, each in one version. */
export async function serveRegistry(...tarballs: readonly Tarball[]): Promise<Registry> {
  const asked = new Set<string>()
  const server = createServer((request, response) => {
    const name = request.url ?? ''
    asked.add(name)
    const packed = tarballs.find((tarball) => name.startsWith(`/${tarball.name}`))
    if (packed === undefined) response.writeHead(404).end()
    else if (name === `/${packed.name}`) response.end(JSON.stringify(packument(packed, urlOf(server))))
    else void readFile(packed.path).then((bytes) => response.end(bytes))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: urlOf(server),
    asked: () => [...asked].toSorted(),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

/** What a registry says of a package. */
function packument({ name, version, integrity }: Tarball, url: string): object {
  const dist = { tarball: `${url}${name}/-/${name}-${version}.tgz`, integrity }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version, dist } } }
}
