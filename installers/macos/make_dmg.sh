#!/bin/sh
# A disk image of dist/Lentigo.app, for Macs with Apple silicon:
#
#   sh installers/macos/make_dmg.sh VERSION EDITION
#
# Signed if LENTIGO_IDENTITY names a "Developer ID Application" of the keychain, and notarized if
# LENTIGO_NOTARY names a profile of `xcrun notarytool store-credentials` as well. Unsigned, macOS
# opens it only after "Open anyway" in the settings of privacy and security.
set -eu
cd "$(dirname "$0")/../.."

version=$1
edition=${2:-full}
if [ "$edition" = full ]; then dist=dist; else dist=dist/$edition; fi
app=$dist/Lentigo.app
image=dist/installers/lentigo-$version-$edition-macos-arm64.dmg

test -d "$app" || { echo "$app is not there: make bundle" >&2; exit 2; }
if [ -n "${LENTIGO_IDENTITY:-}" ]; then
    codesign --force --deep --options runtime --timestamp \
        --entitlements installers/macos/entitlements.plist --sign "$LENTIGO_IDENTITY" "$app"
    codesign --verify --deep --strict "$app"
fi
"$app/Contents/MacOS/lentigo" self-test

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp -R "$app" "$folder/"
ln -s /Applications "$folder/Applications"
mkdir -p "$(dirname "$image")"
hdiutil create -volname Lentigo -srcfolder "$folder" -format UDZO -ov "$image"
if [ -n "${LENTIGO_IDENTITY:-}" ]; then
    codesign --timestamp --sign "$LENTIGO_IDENTITY" "$image"
fi
if [ -n "${LENTIGO_NOTARY:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$LENTIGO_NOTARY" --wait
    xcrun stapler staple "$image"
fi
(cd "$(dirname "$image")" && shasum -a 256 "$(basename "$image")" > "$(basename "$image").sha256")
echo "$image"
