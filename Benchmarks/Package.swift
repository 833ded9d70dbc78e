// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that whoever uses Lexigram never builds it.
let package = Package(
    name: "LexigramBenchmarks",
    dependencies: [.package(name: "Lexigram", path: "..")],
    targets: [
        .executableTarget(
            name: "index-benchmark",
            dependencies: [
                .product(name: "InvertedIndex", package: "Lexigram"),
                .product(name: "TextAnalysis", package: "Lexigram"),
            ],
            swiftSettings: [
                .swiftLanguageMode(.v6),
                .strictMemorySafety(),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]
        )
    ]
)
