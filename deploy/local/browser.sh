#!/usr/bin/env bash
# The browser of the browser tests: browser.sh find|install
#
# `find` prints the path of a Chromium that starts, or nothing.

. "$(dirname "$0")/env.sh"

# A path that answers. Ubuntu's package is a stub that only points to a store.
find_browser() {
    local candidate
    for candidate in "${AERO_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "$AERO_CACHE"/browsers/chromium-*/chrome-linux*/chrome; do
        [ -n "$candidate" ] || continue
        candidate=$(command -v "$candidate") || continue
        if timeout 20 "$candidate" --version >/dev/null 2>&1; then
            echo "$candidate"
            return
        fi
    done
}

install_browser() {
    "$HERE/packages.sh" browser && return
    say "No Chromium from the distribution; taking the one that Playwright offers"
    (cd "$ROOT/end2end" && PLAYWRIGHT_BROWSERS_PATH="$AERO_CACHE/browsers" npx --no-install playwright install chromium)
    [ -n "$(find_browser)" ] || die "The browser tests need Chromium. Install it and try again, or set AERO_CHROMIUM to its path."
}

case ${1:-} in
find) find_browser ;;
install) install_browser ;;
*) die "browser.sh find|install" ;;
esac
