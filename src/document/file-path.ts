/** The last part of a path with `/`. */
export const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The folder of a path with `/`; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')))
