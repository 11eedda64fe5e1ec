import Foundation
import Testing

@testable import Sheets

@Suite struct SheetFileTests {
    private let oldContainer: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    @Test func `the content decides what a file is, not its name`() throws {
        var book = Workbook()
        book.rows = "<row><c><v>1</v></c></row>"
        #expect(try SheetFile.read(book.archive.bytes, named: "list.csv")[0].name == "List")
        #expect(try SheetFile.read(Array("a;b".utf8), named: "list.xlsx")[0].rows[0].texts == ["a", "b"])
    }

    @Test func `a picture or a PDF under the name of a workbook is no text`() {
        #expect(refused([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48]) == .nulByte)
        #expect(refused(Array("%PDF-1.4\n1 0 obj\n".utf8)) == .notASpreadsheet)
    }

    @Test func `old Excel is refused with its own code, and a locked workbook with another`() {
        #expect(refused(oldContainer + [UInt8](repeating: 0, count: 600)) == .oldExcel)
        #expect(refused([0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00]) == .oldExcel)
        let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(refused(oldContainer + [0, 1, 2] + name) == .encrypted)
    }

    @Test(arguments: [
        "<html><table>", "\r\n <!DOCTYPE html>", "\u{FEFF}<HTML>", "<table border=1>",
        "<?xml version=\"1.0\"?><Workbook>",
        "MIME-Version: 1.0\r\nContent-Type: multipart/related",
    ])
    func `a web page under the name of a workbook is refused`(text: String) {
        #expect(refused(Array(text.utf8)) == .htmlNotExcel)
    }

    @Test func `other archives are told apart`() {
        #expect(refused(Archive(["mimetype": "application/vnd.oasis.opendocument.spreadsheet"]).bytes) == .openDocument)
        #expect(refused(Archive(["orgs.csv": "a,b"]).bytes) == .notASpreadsheet)
        let document = Archive(["_rels/.rels": relation("word/document.xml"), "word/document.xml": "<document/>"])
        #expect(refused(document.bytes) == .notASpreadsheet)
        #expect(refused(Archive(["_rels/.rels": relation("xl/workbook.bin")]).bytes) == .notASpreadsheet)
        #expect(refused(Archive(["_rels/.rels": relation("xl/workbook.xml")]).bytes) == .missingEntry)
        #expect(refused([]) == .emptyFile)
    }

    @Test func `a file of the disk is read under its name, and a missing or large one is refused`() throws {
        let path = NSTemporaryDirectory() + "sheet-\(UUID().uuidString).csv"
        // What is left in the folder for temporary files harms nobody.
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("a,b\r\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(try SheetFile.read(path: path)[0].name.hasSuffix(".csv"))
        let small = SheetLimits(fileBytes: 3)
        #expect(refusal { () throws(SheetProblem) in try SheetFile.read(path: path, limits: small) }?.code == .tooLarge)
        #expect(refusal { () throws(SheetProblem) in try SheetFile.read(path: path + "x") }?.code == .unreadable)
    }

    private func relation(_ target: String) -> String {
        Workbook.relations([("a", "officeDocument", target)])
    }

    private func refused(_ bytes: [UInt8]) -> SheetProblem.Code? {
        refusal { () throws(SheetProblem) in try SheetFile.read(bytes) }?.code
    }
}
