#!/usr/bin/env bash
# usage: scripts/install.sh LOCKFILE [PYTHON]
# Makes .venv with a Python from 3.11 to 3.13 and installs exactly what the lock names, hash by hash; then this package.
# uv is used if it is there, pip otherwise; both accept the same lock.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$1
wanted=${2:-}

fits() { command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; }

choose() {
  if [ -n "$wanted" ]; then
    if fits "$wanted"; then command -v "$wanted"; return; fi
    echo "错误：PYTHON=$wanted 不存在，或者不是 Python 3.11—3.13。请换一个。" >&2
    echo "error: PYTHON=$wanted is missing or not Python 3.11 to 3.13." >&2
    return 1
  fi
  for name in python3.13 python3.12 python3.11 python3 python; do
    if fits "$name"; then command -v "$name"; return; fi
  done
  echo "错误：没有找到 Python 3.11—3.13（当前 python3：$(python3 --version 2>&1 || true)）。" >&2
  echo "      请安装：apt-get install -y python3 python3-venv（Debian 12、Ubuntu 24.04 或更新），或用 make PYTHON=… 指定。" >&2
  echo "error: no Python 3.11 to 3.13 found. Install python3 and python3-venv, or name one: make PYTHON=…" >&2
  return 1
}

say() { printf '%s\n' "== $*"; }

if [ ! -x .venv/bin/python ]; then
  python=$(choose)
  say "建立运行环境 .venv（$("$python" --version)）"
  if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --seed --python "$python" .venv
  elif ! "$python" -m venv .venv; then
    rm -rf .venv
    echo "错误：不能建立运行环境。请安装：apt-get install -y python3-venv" >&2
    echo "error: cannot create the environment. Install python3-venv." >&2
    exit 1
  fi
fi
fits .venv/bin/python || { echo "错误：.venv 的 Python 不是 3.11—3.13，请先 make clean。 / .venv has an unsuitable Python: make clean." >&2; exit 1; }

started=$(date +%s)
say "安装 $lock 所列的软件包（逐个核对摘要）"
if command -v uv >/dev/null 2>&1; then
  uv pip install --quiet --python .venv/bin/python --require-hashes -r "$lock"
  uv pip install --quiet --python .venv/bin/python --no-deps --no-build-isolation -e .
else
  .venv/bin/python -m pip install --quiet --require-hashes -r "$lock"
  .venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
fi
say "完成，用时 $(($(date +%s) - started)) 秒"
