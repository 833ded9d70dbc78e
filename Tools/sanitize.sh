#!/usr/bin/env bash
# Runs the index's tests under a sanitizer: sanitize.sh [address|thread]
#
# The index and what it stands on are built alone, as a package of links to them: with a sanitizer all of Lexigram takes
# half an hour, this a few minutes. The thread sanitizer does not see the locks of Swift's Mutex, and names what they guard.
set -euo pipefail

kind=${1:-address}
root=$(realpath "$(dirname "$0")/..")
work=$root/.build/sanitize
mkdir -p "$work/Sources" "$work/Tests"
for linked in Index Sources/TextAnalysis Sources/InvertedIndex Tests/TextAnalysisTests Tests/InvertedIndexTests; do
  ln -sfn "$root/$linked" "$work/$linked"
done
cat > "$work/Package.swift" <<'PACKAGE'
// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Lexigram",
    targets: [
        .target(name: "TextAnalysis", swiftSettings: settings),
        .target(name: "InvertedIndex", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .testTarget(name: "InvertedIndexTests", dependencies: ["InvertedIndex", "TextAnalysis"], swiftSettings: settings),
    ]
)
PACKAGE
cd "$work"
# What is left at the end is the test library's own.
ASAN_OPTIONS=detect_leaks=0 swift test -c release --sanitize "$kind" --disable-testable-imports -j 2
