// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "sabak",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sabak", targets: ["sabak"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]),
        .systemLibrary(
            name: "CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .target(name: "SchoolRules"),
        .target(name: "Store", dependencies: ["CSQLite", "CPQ", "CSodium"]),
        .target(
            name: "Web",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird"), "CSodium", "CZlib", "CQREncode"]),
        .target(name: "Sheets", dependencies: ["CExpat", "CZlib", "CXLSXWriter"]),
        .target(
            name: "SabakApp",
            dependencies: [
                "SchoolRules", "Store", "Web", "Sheets",
                .product(name: "Hummingbird", package: "hummingbird"),
            ]),
        .executableTarget(
            name: "sabak",
            dependencies: [
                "SabakApp", "SchoolRules", "Store", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(
            name: "sabak-load",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ], path: "Bench/Load"),
        .target(
            name: "TestSchool", dependencies: ["SabakApp", "SchoolRules", "Store", "TestEngines", "Web"],
            path: "Tests/TestSchool"),
        .target(name: "TestEngines", path: "Tests/TestEngines"),
        .testTarget(name: "SchoolRulesTests", dependencies: ["SchoolRules"]),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets", "CZlib"]),
        .testTarget(name: "StoreTests", dependencies: ["Store", "CSQLite", "TestEngines"]),
        .testTarget(name: "WebTests", dependencies: ["Web"]),
        .testTarget(
            name: "SabakAppTests", dependencies: ["SabakApp", "TestEngines", "TestSchool"],
            exclude: ["Exchange/OtherPrograms"]),
        .testTarget(
            name: "LoadRunTests",
            dependencies: [
                "sabak-load", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)

// Warnings are errors where the tests are run; a newer compiler that warns of more still builds the program.
if Context.environment["SABAK_STRICT"] != nil {
    for target in package.targets where target.type != .system {
        target.swiftSettings = [.treatAllWarnings(as: .error)]
    }
}
