import Foundation
import Testing

@testable import Web

/// Files as a browser gets them.
@Suite struct PublicFilesTests {
    /// A folder of files that lives as long as the test.
    private func served(_ files: [String: String], _ check: (PublicFiles) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("public-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }  // a folder left behind spoils no test
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try check(try PublicFiles(folder: folder.path))
    }

    private func text(_ address: String, of files: PublicFiles) -> String? {
        files.answer(to: Asked(method: .get, target: address)).map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test func `the parts of a folder are one file in the order of their names`() throws {
        let parts = ["style/20-b.css": "b{}", "style/10-a.css": "a{}\n", "style/30-c.css": "c{}", "app.js": "1"]
        try served(parts) { files in
            #expect(text("/style.css", of: files) == "a{}\n\nb{}\nc{}")
            #expect(text("/app.js", of: files) == "1")
            #expect(text("/style/10-a.css", of: files) == nil)
            #expect(text("/style", of: files) == nil)
        }
    }

    @Test func `the address of a joined file changes with any of its parts`() throws {
        var addresses: Set<String> = []
        for last in ["b{}", "c{}"] {
            try served(["style/1.css": "a{}", "style/2.css": last]) { files in
                let address = files.address(of: "style.css")
                #expect(address.hasPrefix("/style.css?v="))
                let answer = files.answer(to: Asked(method: .get, target: address))
                #expect(answer?.headers[.cacheControl]?.contains("immutable") == true)
                #expect(answer?.headers[.contentType] == "text/css; charset=utf-8")
                addresses.insert(address)
            }
        }
        #expect(addresses.count == 2)
    }

    @Test func `a file of an unknown kind is not served`() throws {
        try served(["notes.md": "x", "style/readme.md": "y", "style/1.css": "a{}"]) { files in
            #expect(text("/notes.md", of: files) == nil)
            #expect(text("/style.md", of: files) == nil)
        }
    }
}
