// swift-tools-version: 6.2
import PackageDescription

/// The readers of foreign bytes under libFuzzer. Sources are the repository's own, by symbolic links, so that they are
/// compiled with the fuzzer's counters and the program itself never is. Run it by `make fuzz`.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"]),
]

let package = Package(
    name: "Fuzzing",
    // A library: libFuzzer brings the `main` of the program that fuzz.sh links.
    products: [.library(name: "FuzzTarget", type: .static, targets: ["fuzz"])],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CArchive", pkgConfig: "libarchive"),
        .target(name: "TextAnalysis", swiftSettings: settings),
        .target(name: "LegalDocuments", dependencies: ["TextAnalysis"], swiftSettings: settings),
        .target(
            name: "Ingestion", dependencies: ["CLibXML2", "CArchive", "TextAnalysis", "LegalDocuments"],
            // Two readers take the answer of another program, which the fuzzer stands in for.
            swiftSettings: settings + [.unsafeFlags(["-enable-testing"])]),
        .target(name: "fuzz", dependencies: ["Ingestion", "LegalDocuments"], swiftSettings: settings),
    ]
)
