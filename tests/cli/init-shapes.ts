import type { Files } from '../support/git-folder.ts'

const source = (count: number, name: (index: number) => string): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), '\n']))

const goFiles = (folder: string, count = 4): Files => source(count, (index) => `${folder}file${index}.go`)
const pythonFiles = (folder: string, count = 4): Files =>
  source(count, (index) => `${folder}module${index}.py`)

/** Repositories as they are found, each of a shape of its own. */
export const shapes: Readonly<Record<string, Files>> = {
  'go-operator': {
    'README.md':
      '# Backup operator\n\n[![build](https://example.org/b.svg)](https://example.org)\n\nKeeps [backups](docs/x.md) of **databases** on a schedule.\nIt restores them, too.\n\n## Install\n',
    '.github/CODEOWNERS': '# who\n* @acme/platform @ada # all\ndocs/ @writers\n',
    PROJECT: 'domain: acme.example\nlayout:\n- go.kubebuilder.io/v4\nprojectName: backup-operator\n',
    'go.mod':
      'module github.com/acme/backup-operator/v2\n\ngo 1.23\n\nrequire (\n\tk8s.io/client-go v0.31.0\n\tsigs.k8s.io/controller-runtime v0.19.0\n)\n\nrequire github.com/gin-gonic/gin v1.10.0 // indirect\n',
    Dockerfile:
      'FROM golang:1.23 AS build\nRUN CGO_ENABLED=0 go build -o /manager ./cmd\nFROM gcr.io/distroless/static\n',
    'dist/chart/Chart.yaml': 'name: backup-operator\n',
    'test/e2e/Dockerfile': 'FROM busybox\n',
    ...goFiles('internal/'),
  },
  'django-service': {
    'README.rst':
      'Room booking\n============\n\n.. image:: x.svg\n\nLets people in an office reserve rooms and desks.\n',
    'requirements.txt': '# web\nDjango==5.1\ndjangorestframework>=3.15\ncelery[redis]~=5.4\n-r other.txt\n',
    'requirements-dev.txt': 'pandas\npytest\n',
    Dockerfile:
      'FROM python:3.13-slim\n# CMD ["gunicorn", "--workers", "9"]\nCMD ["gunicorn", "booking.wsgi", "--workers", "4", "--threads", "8"]\n',
    'package.json': '{ "dependencies": { "vue": "^3" } }\n',
    ...pythonFiles('booking/', 12),
    'assets/app.ts': '\n',
  },
  'fastapi-service': {
    'pyproject.toml':
      '[project]\nname = "parcel-tracker"\ndependencies = [\n  # "flask",\n  "fastapi>=0.115",\n  "pydantic",\n]\n\n[project.optional-dependencies]\nreports = ["pandas"]\n\n[tool.mypy]\nstrict = true\n',
    'deploy/Chart.yaml': 'name: parcel-tracker\n',
    '.github/workflows/ci.yml':
      'jobs:\n  test:\n    strategy:\n      matrix:\n        os: [ubuntu-22.04, ubuntu-latest]\n    runs-on: ${{ matrix.os }}\n',
    ...pythonFiles('tracker/'),
  },
  'fastapi-with-notebooks': {
    'README.md': '# Demand\n\nForecasts the demand for spare parts and serves the forecast.\n',
    'pyproject.toml':
      '[tool.poetry]\nname = "demand"\n\n[tool.poetry.dependencies]\npython = "^3.12"\nfastapi = "*"\npandas = "^2"\nscikit-learn = "*"\nmatplotlib = "*"\n',
    ...pythonFiles('demand/', 5),
    'notebooks/explore.ipynb': '{}\n',
    'notebooks/compare.ipynb': '{}\n',
    'docs/tutorial.ipynb': '{}\n',
  },
  'go-command-line': {
    'README.md':
      '<p align="center"><img src="x"></p>\n\n# `tidy`\n\nTidies folders of photos from the command line!\n',
    'go.mod': 'module example.org/tidy\n\nrequire github.com/spf13/cobra v1.8.1\n',
    '.goreleaser.yaml':
      'version: 2\nbuilds:\n  - env: [CGO_ENABLED=0]\n    goos: [linux, darwin, windows]\n    goarch: [amd64, arm64]\nbrews:\n  - name: tidy\n',
    Dockerfile: 'FROM scratch\n',
    ...goFiles(''),
  },
  monorepo: {
    'README.md': '# Shop\n\nSells bicycles, keeps the stock and tells people about their orders.\n',
    'services/orders/go.mod': 'module acme/orders\n\nrequire github.com/go-chi/chi/v5 v5.1.0\n',
    'services/orders/Dockerfile': 'FROM scratch\n',
    'services/orders/README.md': '# Orders\n\nTakes orders and keeps their state.\n',
    ...goFiles('services/orders/'),
    'services/stock/go.mod': 'module acme/stock\n\nrequire github.com/rabbitmq/amqp091-go v1.10.0\n',
    'services/stock/Dockerfile': 'FROM scratch\n',
    ...goFiles('services/stock/'),
    'services/mail/requirements.txt': 'celery\n',
    'services/mail/Dockerfile': 'FROM python:3.13\nCMD celery -A mail worker --concurrency=16\n',
    ...pythonFiles('services/mail/'),
    'services/advice/requirements.txt': 'flask\nnumpy\n',
    'services/advice/Dockerfile': 'FROM python:3.13\n',
    ...pythonFiles('services/advice/'),
    'web/package.json': '{ "dependencies": { "react": "^19", "react-dom": "^19" } }\n',
    'web/src/app.tsx': '\n',
    'tools/lint/go.mod': 'module acme/lint\n',
  },
  'data-library': {
    'pyproject.toml':
      '[project]\nname = "gridkit"\ndescription = "Grids."\ndependencies = ["numpy>=2", "scipy", "polars"]\n',
    '.github/workflows/test.yaml':
      'jobs:\n  test:\n    strategy:\n      matrix:\n        include:\n          - os: ubuntu-latest\n          - os: windows-2022\n          - os: macos-latest\n',
    ...pythonFiles('src/gridkit/'),
    'examples/web/requirements.txt': 'flask\n',
    'examples/web/app.py': '\n',
  },
  'typescript-front-end': {
    'package.json':
      '{\n  "name": "@acme/shop-window",\n  "dependencies": { "react": "^19", "react-dom": "^19" },\n  "devDependencies": { "express": "^5" }\n}\n',
    'src/app.tsx': '\n',
    'src/main.ts': '\n',
  },
  empty: {},
  'adr-tools': {
    '.adr-dir': 'doc/adr\n',
    'doc/adr/0001-record-architecture-decisions.md':
      '# 1. Record architecture decisions\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Context\n\nWe decide.\n',
    'go.mod': 'module example.org/relay\n',
    ...goFiles('relay/'),
  },
  madr: {
    'docs/decisions/0001-use-madr.md':
      '---\nstatus: accepted\ndate: 2024-01-02\n---\n\n# Use MADR\n\n## Context and Problem Statement\n\nWe decide.\n',
    'setup.cfg':
      '[metadata]\nname = ledger\n\n[options]\ninstall_requires =\n    click>=8\n    jsonschema\n\n[options.entry_points]\nconsole_scripts =\n    ledger = ledger:main\n',
    ...pythonFiles('ledger/'),
  },
  hostile: {
    'README.md':
      '# x: y # {{z}} \u001b[31m\n\n"}]: ${HOME} ::error::boom ##[error] {{constructor}} \u202egnirts --- # not a comment & *alias !tag | > %\n',
    'package.json': '{ "name": "\\n- a: b", "dependencies": { "express": "1" } }\n',
    '.github/CODEOWNERS': '* "@a]: {b" @c#d\n',
    'pyproject.toml': '[project\nbroken',
    'go.mod': 'module \u0007bell\n',
    '.goreleaser.yaml': 'a: &a [*a, *a]\n? {',
    'ser"vice\n: x/Dockerfile': 'FROM scratch\n',
    'ser"vice\n: x/a.py': '\n',
    '\u202eother/Dockerfile': 'FROM scratch\n',
    '\u202eother/a.py': '\n',
    'package-lock.json': '{',
  },
}
