import SchoolRules
import Web

/// A student's exemption as the form sends it.
struct ExemptionForm: Sendable {
    let student, subject: Int64
    let from, to: Day
    let basis: String

    static let longestBasis = 200

    /// - Throws: 422 naming the field that does not fit.
    init(_ form: Form, among page: ExemptionsPage) throws {
        guard let student = form["student"].flatMap({ Int64($0) }), page.students.contains(where: { $0.id == student })
        else { throw Self.refusal("student", ExemptionsTexts.chooseStudent) }
        guard let subject = form["subject"].flatMap({ Int64($0) }), page.subjects.contains(where: { $0.id == subject })
        else { throw Self.refusal("subject", ExemptionsTexts.chooseSubject) }
        guard let from = form["from"].flatMap({ Day($0) }) else {
            throw Self.refusal("from", ExemptionsTexts.chooseDay)
        }
        let typed = form["to"] ?? ""
        guard let to = typed.isEmpty ? .forever : Day(typed), to >= from else {
            throw Self.refusal("to", ExemptionsTexts.wrongEnd)
        }
        let basis = (form["basis"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !basis.isEmpty, basis.count <= Self.longestBasis else {
            throw Self.refusal("basis", ExemptionsTexts.basisMissing)
        }
        self.student = student
        self.subject = subject
        self.from = from
        self.to = to
        self.basis = basis
    }

    private static func refusal(_ field: String, _ words: Text) -> Refusal {
        .invalid("exemption_\(field)", words, at: field)
    }
}
