import Foundation
import SchoolRules
import Sheets

/// Recognises what a column holds by what stands in it.
struct ColumnContents {
    private let kind: ListKind
    private let taken: Set<ListColumn>

    init(_ kind: ListKind, taken: Set<ListColumn>) {
        self.kind = kind
        self.taken = taken
    }

    /// The column most of the cells look like; nil where they agree on nothing, or on something that is there already.
    func column(_ cells: [Sheets.SheetCell]) -> ListColumn? {
        let filled = cells.filter { $0.kind != .empty && !$0.text.trimmedSpaces.isEmpty }
        guard !filled.isEmpty else { return nil }
        let texts = filled.map(\.text.trimmedSpaces)
        for (columns, test) in tests {
            guard let column = columns.first(where: { kind.columns.contains($0) && !taken.contains($0) }) else {
                continue
            }
            if texts.count(where: test) * 10 >= texts.count * 7, !isRunning(texts) { return column }
        }
        return isRunning(texts) && kind.columns.contains(.ordinal) && !taken.contains(.ordinal) ? .ordinal : nil
    }

    private typealias Test = ([ListColumn], (String) -> Bool)

    private var tests: [Test] {
        switch kind {
        case .students, .staff: people
        case .load:
            [([.subject], isSubject), ([.teacher], isTeacher), ([.schoolClass], isClass), ([.hours], isHours)]
        case .timetable:
            [
                ([.weekday], isWeekday), ([.subject], isSubject), ([.teacher], isTeacher), ([.schoolClass], isClass),
                ([.lesson], isLesson),
            ]
        case .plan: [([.topic], { $0.count > 15 && $0.contains(" ") })]
        }
    }

    private var people: [Test] {
        [
            ([.email], { $0.contains("@") && $0.contains(".") }), ([.nationalID], isNumber), ([.birthDay], isDay),
            ([.phone, .guardianPhone], isPhone), ([.schoolClass], isClass), ([.sex], { ListValues.sex($0) != nil }),
            ([.patronymic], isPatronymic), ([.subject], isSubject),
            (taken.contains(.surname) ? [.guardian] : [.fullName, .guardian], isFullName),
            (taken.contains(.fullName) ? [] : [.surname, .given], { isWord($0) }),
        ]
    }

    private func isRunning(_ texts: [String]) -> Bool {
        let numbers = texts.compactMap { Int($0.filter { $0 != "." }) }
        return numbers.count == texts.count && numbers.count > 1
            && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 || $1 == 1 } && numbers[0] == 1
    }

    private func isNumber(_ text: String) -> Bool {
        guard let number = NationalNumber(text) else { return false }
        return number.kind != .russian || text.contains("-")
    }

    private func isDay(_ text: String) -> Bool {
        guard text.contains(where: { !$0.isNumber }) || text.count == 8 else { return false }
        guard let day = DateReading.day(text) else { return false }
        return (1930...2030).contains(day.year)
    }

    private func isPhone(_ text: String) -> Bool {
        let digits = text.count(where: \.isNumber)
        return (9...15).contains(digits) && text.allSatisfy { $0.isNumber || $0.isWhitespace || "+-()–.".contains($0) }
    }

    private func isClass(_ text: String) -> Bool {
        guard let name = ClassCell.read(text) else { return false }
        return name.letter.count == 1 && name.letter.allSatisfy(\.isLetter)
    }

    private func isFullName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...5).contains(words.count) && words[0].first?.isUppercase == true
            && words.allSatisfy { $0.allSatisfy { $0.isLetter || "-.,’'".contains($0) } }
    }

    private func isTeacher(_ text: String) -> Bool {
        isFullName(text.replacing(".", with: ". ").trimmedSpaces)
    }

    private func isWord(_ text: String) -> Bool {
        text.count > 1 && text.first?.isUppercase == true && text.allSatisfy { $0.isLetter || $0 == "-" }
    }

    private func isPatronymic(_ text: String) -> Bool {
        let folded = searchFold(text)
        return ["ович", "евич", "овна", "евна", "уулу", "кызы", "улы"].contains { folded.hasSuffix($0) }
            && folded.split(separator: " ").count <= 2
    }

    private func isSubject(_ text: String) -> Bool { Self.subjects.contains(searchFold(text)) || isEveryday(text) }

    private func isEveryday(_ text: String) -> Bool { SubjectSynonyms.code(of: text) != nil }

    private static let subjects = Set(
        Subject.all.flatMap { [$0.names.ky, $0.names.ru, $0.names.kk, $0.names.en].map(searchFold) })

    private func isWeekday(_ text: String) -> Bool { Int(text) == nil && ListValues.weekday(text) != nil }

    private func isHours(_ text: String) -> Bool { ListValues.hours(text).map { $0 <= 4000 } ?? false }

    private func isLesson(_ text: String) -> Bool { Int(text).map { (0...12).contains($0) } ?? false }
}
