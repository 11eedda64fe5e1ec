import Testing

@testable import Web

@Suite struct MultipartTests {
    private let type = "multipart/form-data; boundary=mark"

    private func part(_ disposition: String, _ content: String) -> String {
        "--mark\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
    }

    private func read(_ body: String) throws -> Multipart { try Multipart(Array(body.utf8), contentType: type) }

    @Test func `fields and files are told apart, and contents stay as they were sent`() throws {
        let bytes: [UInt8] = [0, 13, 10, 45, 45, 109, 255, 13, 10]
        let head = "--mark\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.xlsx\"\r\n\r\n"
        let body =
            Array((part("name=\"csrf\"", "abc") + head).utf8) + bytes + Array("\r\n--mark--\r\n".utf8)
        let form = try Multipart(body, contentType: type)
        #expect(form.form["csrf"] == "abc")
        #expect(form.files("file").map { Array($0.content) } == [bytes])
        #expect(form.files("file").first?.fileName == "a.xlsx")
        #expect(form.form["file"] == nil)
    }

    @Test func `a boundary may be quoted, and a preamble before it is passed over`() throws {
        let body = "hello\r\n" + part("name=\"a\"", "1") + "--mark--"
        let form = try Multipart(Array(body.utf8), contentType: "multipart/form-data; charset=x; boundary=\"mark\"")
        #expect(form.form["a"] == "1")
    }

    @Test(arguments: [
        "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"", "",
        "multipart/form-data; boundary=" + String(repeating: "x", count: 71),
        "multipart/form-data; boundary=\"мостик\"",
    ]) func `without a proper boundary nothing is read`(type: String) {
        #expect(throws: Multipart.Problem.noBoundary) { try Multipart(Array("--\r\n".utf8), contentType: type) }
    }

    @Test(arguments: [
        "", "--mark", "--mark\r\n", "--marker\r\n", "nothing at all",
        "--mark\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n",
        "--mark\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--mar",
        "--mark\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1--mark--",
    ]) func `a body without its end is refused`(body: String) {
        #expect(throws: Multipart.Problem.unfinished) { try read(body) }
    }

    @Test(arguments: [
        "--mark\r\n\r\nx\r\n--mark--", "--mark\r\nContent-Type: text/plain\r\n\r\nx\r\n--mark--",
        "--mark\r\nContent-Disposition: form-data\r\n\r\nx\r\n--mark--",
        "--mark\r\nContent-Disposition: form-data; name=\"\"\r\n\r\nx\r\n--mark--",
        "--mark\r\nContent-Disposition: form-data; name=\"a\"\r\nno end of headers\r\n--mark--",
    ]) func `a part that does not say what it is is refused`(body: String) {
        #expect(throws: Multipart.Problem.badPart) { try read(body) }
    }

    @Test func `headers that do not end soon are refused`() {
        let long = "name=\"a\"; x=\"" + String(repeating: "y", count: 9000) + "\""
        #expect(throws: Multipart.Problem.badPart) { try read(part(long, "1") + "--mark--") }
    }

    @Test func `ten thousand parts are refused, sixty-four are not`() throws {
        let many = String(repeating: part("name=\"a\"", "1"), count: 10_000) + "--mark--"
        #expect(throws: Multipart.Problem.tooManyParts) { try read(many) }
        let some = String(repeating: part("name=\"a\"", "1"), count: 64) + "--mark--"
        #expect(try read(some).parts.count == 64)
    }

    @Test(arguments: [
        ("../../etc/passwd", "passwd"), ("C:\\\\Users\\\\Роза\\\\Тизме.xlsx", "Тизме.xlsx"), ("/", ""),
        ("a\u{0}b\u{7}.csv", "ab.csv"), ("%22тизме%22.csv", "\"тизме\".csv"), ("a\\\"b.csv", "a\"b.csv"),
        ("Кл 5А; новый.xlsx", "Кл 5А; новый.xlsx"), ("%0D%0Aname=x", "name=x"),
    ]) func `of a file's name only the last part is taken, without signs that steer`(sent: String, name: String) throws
    {
        let form = try read(part("name=\"file\"; filename=\"\(sent)\"", "x") + "--mark--")
        #expect(form.files("file").first?.fileName == name)
    }

    @Test func `a file that was not chosen is none, an empty one is a file`() throws {
        let body = part("name=\"file\"; filename=\"\"", "") + part("name=\"file\"; filename=\"a.csv\"", "") + "--mark--"
        #expect(try read(body).files("file").map(\.fileName) == ["a.csv"])
    }

    @Test func `a long field is no field, and the first of a doubled parameter counts`() throws {
        let long = String(repeating: "x", count: 70_000)
        let body = part("name=\"a\"", long) + part("name=\"b\"; name=\"c\"", "1") + "--mark--"
        #expect(try read(body).form.fields.map { $0.name } == ["b"])
    }

    @Test func `bytes that look almost like the end are content`() throws {
        let form = try read(part("name=\"a\"", "\r\n--mar\r\n--mar") + "--mark--")
        #expect(form.form["a"] == "--mar\r\n--mar")
    }
}
