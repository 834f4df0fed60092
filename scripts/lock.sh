#!/usr/bin/env bash
# Pins every dependency with its hashes, for every platform, without naming a package index or a path of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .venv/bin/uv)
options=(--universal --generate-hashes --no-emit-index-url --python-version 3.11 --extra postgres --no-header -q)
"$uv" pip compile "${options[@]}" --group build pyproject.toml -o requirements.lock
"$uv" pip compile "${options[@]}" --group dev pyproject.toml -o requirements-dev.lock
