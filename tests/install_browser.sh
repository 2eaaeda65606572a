#!/bin/sh
# Installs what the tests need beside Python, from the Debian packages, as far as it is not there yet:
# Chromium (or Chrome), and hunspell with the three dictionaries.
set -eu
wanted=""
if ! command -v hunspell >/dev/null 2>&1 || [ ! -e /usr/share/hunspell/kk_KZ.dic ]; then
    wanted="hunspell hunspell-en-gb hunspell-ru hunspell-kk"
fi
browser=""
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then browser="$name"; fi
done
if [ -n "$browser" ] && [ -z "$wanted" ]; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
    # Without hunspell the spell check says that it is left out; without a browser nothing can be tried.
    if [ -n "$browser" ]; then exit 0; fi
    echo "Install Chromium by hand: the browser tests need it." >&2
    exit 1
fi
sudo=""
if [ "$(id -u)" -ne 0 ]; then sudo="sudo"; fi
$sudo apt-get update -qq
if [ -z "$browser" ]; then
    # Without windows it starts in half the time; older releases of Debian do not have it.
    browser=chromium
    if apt-cache show chromium-headless-shell >/dev/null 2>&1; then browser=chromium-headless-shell; fi
    wanted="$wanted $browser fonts-noto-core"
fi
# The names are several words.
# shellcheck disable=SC2086
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted
