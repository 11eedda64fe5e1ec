import SchoolRules
import Web

/// What a newcomer brings, as the form sends it: current marks of a day, or the mark of a term.
struct TransferForm: Sendable {
    let student: Int64
    let period: String
    let day: Day?
    let values: [String]
    let scale: String
    let kind: KindOfWork?
    let source: String

    static let most = 30
    static let longestSource = 120

    /// - Throws: 422 naming the field that does not fit.
    init(_ form: Form, among page: TransfersPage) throws {
        guard let student = form["student"].flatMap({ Int64($0) }), page.students.contains(where: { $0.id == student })
        else { throw Self.refusal("student", TransfersTexts.chooseStudent) }
        let period = form["period"] ?? ""
        let isCurrent = period.isEmpty
        guard isCurrent || page.terms.contains(where: { $0.key.stored == period }) else {
            throw Self.refusal("period", PeriodWords.unknown)
        }
        let scale = SchoolFacts.scale(isCurrent ? page.page.scale : page.finalScale)
        let typed = (form["values"] ?? "").split { $0.isWhitespace || ",;".contains($0) }.map(String.init)
        let values = typed.compactMap { scale.value($0)?.value }
        guard !typed.isEmpty, values.count == typed.count, typed.count <= Self.most, isCurrent || typed.count == 1
        else { throw Self.refusal("values", isCurrent ? TransfersTexts.marks(scale) : TransfersTexts.oneMark(scale)) }
        let day = form["day"].flatMap { Day($0) }
        if isCurrent, day.map({ $0 > page.visit.today || !page.isOfYear($0) }) ?? true {
            throw Self.refusal("day", TransfersTexts.chooseDay)
        }
        let source = (form["source"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !source.isEmpty, source.count <= Self.longestSource else {
            throw Self.refusal("source", TransfersTexts.sourceMissing)
        }
        self.student = student
        self.period = period
        self.day = isCurrent ? day : nil
        self.values = values
        self.scale = scale.id
        kind = page.kinds.first { "\($0.id)" == form["kind"] } ?? page.kinds.first
        self.source = source
    }

    private static func refusal(_ field: String, _ words: Text) -> Refusal {
        .invalid("transfer_\(field)", words, at: field)
    }
}
