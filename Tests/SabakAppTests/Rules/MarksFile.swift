import Foundation
import SchoolRules
import Testing

@testable import SabakApp

/// A file of marks for `sabak rules count`, and its answer read back as any program would.
struct MarksFile {
    var country = "KG"
    var hours = "1"
    var period = "quarter"
    var scale = "five"
    var settings = "{}"
    /// The objects of students, without their ids where they are not asked for.
    var students: [String] = []

    var text: String {
        let list = students.enumerated().map { index, fields in
            fields.contains("\"id\"") ? "{\(fields)}" : "{\"id\":\"\(index + 1)\"\(fields.isEmpty ? "" : ",")\(fields)}"
        }
        return """
            {"country":"\(country)","grade":7,"hoursPerWeek":"\(hours)","period":"\(period)","scale":"\(scale)",
             "settings":\(settings),"students":[\(list.joined(separator: ","))]}
            """
    }

    func answer() throws -> MarksAnswer {
        let count = try RulesCount(file: Array(text.utf8))
        return try JSONDecoder().decode(MarksAnswer.self, from: Data(count.json.bytes))
    }

    /// The path of the problem a file is refused for.
    func refusedPath() -> String? { problem(in: text)?.path }
}

func problem(in text: String) -> TableProblem? {
    do {
        _ = try RulesCount(file: Array(text.utf8))
        return nil
    } catch {
        return error
    }
}

/// Marks with a weight each: `5x3 4 н`.
func cells(_ text: String) -> String {
    let marks = text.split(separator: " ").map { word in
        let parts = word.split(separator: "x")
        let weight = parts.count > 1 ? ",\"weight\":\"\(parts[1])\"" : ""
        return "{\"value\":\"\(parts[0])\"\(weight)}"
    }
    return "\"marks\":[\(marks.joined(separator: ","))]"
}

struct MarksAnswer: Decodable {
    struct Number: Decodable, Equatable {
        let exact: String
        let shown: String
    }

    struct Minimum: Decodable, Equatable {
        let needed: Int
        let has: Int
        let met: Bool
    }

    struct Line: Decodable {
        let text: String
        let value: String
    }

    struct Student: Decodable {
        let id: String
        let count: Int
        let average: Number?
        let percent: Number?
        let proposal: String?
        let year: String?
        let yearWithExam: String?
        let minimum: Minimum
        let lines: [Line]

        var sum: Fraction { lines.reduce(0) { $0 + (Fraction($1.value) ?? 0) } }
    }

    struct Compared: Decodable, Equatable {
        let same: Int
        let raised: Int
        let lowered: Int
    }

    struct Figures: Decodable {
        let n: Int
        let progress: Number?
        let quality: Number?
        let sou: Number?
        let average: Number?
        let objectivity: Compared
    }

    let students: [Student]
    let indicators: Figures
}
