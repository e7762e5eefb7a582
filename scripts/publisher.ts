// Where the project is published from. It is defined in one place: the release's environment, in which GitHub's
// workflows name their own repository. npm compares it with the provenance.

/** What the package's manifest says about the project's URL. */
export interface PublisherFields {
  readonly homepage: string
  readonly repository: { readonly type: 'git'; readonly url: string; readonly directory: string }
  readonly bugs: string
}

/** The repository's page; undefined for a build that isn't published. */
export function repositoryUrl(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const { GITHUB_SERVER_URL = 'https://github.com', GITHUB_REPOSITORY } = env
  return GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined
}

/** The fields for that repository. */
export function publisherFields(repository: string): PublisherFields {
  const directory = 'packages/react-recovery-login'
  return {
    homepage: `${repository}#readme`,
    repository: { type: 'git', url: `git+${repository}.git`, directory },
    bugs: `${repository}/issues`,
  }
}

/**
 * The package's README. Repository paths are dead links there, so they become links to that version in the repository
 * or, if none is known, plain text.
 */
export function packedReadme(readme: string, version: string, repository?: string): string {
  return readme.replaceAll(
    /(!?)\[([^\]]*)\]\((?!https?:|#)([^)]+)\)/g,
    (_, picture: string, text: string, path: string) => {
      if (repository === undefined) return text
      const kind = picture === '' ? 'blob' : 'raw'
      return `${picture}[${text}](${repository}/${kind}/v${version}/${path})`
    },
  )
}
