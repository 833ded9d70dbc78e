// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled alike: Swift 6 language mode, each unsafe step marked,
/// imports private unless a file says otherwise.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "Lexigram",
    products: [
        .executable(name: "lexigram", targets: ["lexigram"]),
        .library(name: "InvertedIndex", targets: ["InvertedIndex"]),
        .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2",
            pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]
        ),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CArchive",
            pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"])]
        ),
        .target(name: "TextAnalysis", swiftSettings: settings),
        .target(name: "InvertedIndex", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .target(name: "LegalDocuments", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .target(
            name: "Ingestion",
            dependencies: ["CLibXML2", "CArchive", "TextAnalysis", "LegalDocuments"],
            swiftSettings: settings
        ),
        .target(
            name: "LegalSearch",
            dependencies: [
                "TextAnalysis", "InvertedIndex", "LegalDocuments", "Ingestion",
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "SearchService",
            dependencies: [
                "CZlib", "LegalDocuments", "LegalSearch",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [
                .embedInCode("Resources/icon.svg"), .embedInCode("Resources/openapi.json"),
                .embedInCode("Resources/script.js"), .embedInCode("Resources/style.css"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "lexigram",
            dependencies: [
                "InvertedIndex", "LegalDocuments", "Ingestion", "LegalSearch", "SearchService",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .testTarget(name: "InvertedIndexTests", dependencies: ["InvertedIndex", "TextAnalysis"], swiftSettings: settings),
        .testTarget(name: "LegalDocumentsTests", dependencies: ["LegalDocuments"], swiftSettings: settings),
        .testTarget(name: "IngestionTests", dependencies: ["Ingestion", "LegalDocuments"], swiftSettings: settings),
        .testTarget(
            name: "LegalSearchTests",
            dependencies: ["LegalSearch", "Ingestion", "LegalDocuments", "InvertedIndex", "TextAnalysis"],
            exclude: ["Facts"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SearchServiceTests",
            dependencies: [
                "SearchService", "LegalSearch", "LegalDocuments", "InvertedIndex",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "lexigramTests", dependencies: ["lexigram"], swiftSettings: settings),
    ]
)
