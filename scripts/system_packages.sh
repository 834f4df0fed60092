#!/usr/bin/env bash
# Tests drive Chromium, need Chinese fonts and a PostgreSQL. Installs what is missing where it may (root on Debian or
# Ubuntu); elsewhere says what to install and fails. Nothing missing turns into a skipped test.
set -euo pipefail

missing=()
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || missing+=(chromium)
[ -n "$(command -v fc-list >/dev/null 2>&1 && fc-list :lang=zh family | head -n 1)" ] || missing+=(fontconfig fonts-noto-cjk)
[ -n "${YIFA_TEST_PG_DSN:-}" ] || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "== 安装测试所需的系统软件：${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # No service may be started or database created by the installation: tests run clusters of their own.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
  apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  exit 0
fi
echo "错误：测试还缺少系统软件：${missing[*]}。请以管理员身份安装：" >&2
echo "      sudo apt-get install -y ${missing[*]}" >&2
echo "error: the tests need these Debian packages: ${missing[*]}. Install them as root and run again." >&2
exit 1
