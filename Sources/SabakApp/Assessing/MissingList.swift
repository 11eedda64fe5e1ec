import SchoolRules
import Web

/// What teachers still owe before a period can close, in words.
struct MissingList {
    let found: MissingByTeacher
    let language: Language

    var html: HTML { "<ul class=\"plain\">\(found.lines.html(line))</ul>" }

    private func line(_ line: MissingByTeacher.Line) -> HTML {
        let pages = line.pages.html { page, students -> HTML in
            let group = page.groupName.isEmpty ? "" : ", " + page.groupName
            let names = students.prefix(5).map(\.list).joined(separator: ", ")
            let more = students.count > 5 ? " …" : ""
            return """
                <br><a href="/pages/\(page.id)/finals">\(page.names[language])\(group)</a>: \(students.count) \
                <small>\(names)\(more)</small>
                """
        }
        return "<li><b>\(line.teacher?.name.full ?? Self.nobody[language]): \(line.count)</b>\(pages)</li>"
    }

    private static let nobody = Text(
        ky: "мугалим дайындалган эмес", ru: "учитель не назначен", kk: "мұғалім тағайындалмаған", en: "no teacher named"
    )
}

/// Indicators in words.
enum IndicatorWords {
    static let title = Text(ky: "Көрсөткүчтөр", ru: "Показатели", kk: "Көрсеткіштер", en: "Indicators")
    static let progress = Text(ky: "Жетишүү", ru: "Успеваемость", kk: "Үлгерім", en: "Progress")
    static let quality = Text(ky: "Билим сапаты", ru: "Качество", kk: "Білім сапасы", en: "Quality")
    static let learning = Text(ky: "Окуу деңгээли (СОУ)", ru: "СОУ", kk: "Оқу деңгейі (СОУ)", en: "Degree of learning")
    static let average = Text(ky: "Орточо балл", ru: "Средний балл", kk: "Орташа балл", en: "Mean mark")

    static func category(_ category: StudentCategory) -> Text {
        switch category {
        case .excellent: Text(ky: "эң жакшы окуйт", ru: "отличник", kk: "үздік", en: "excellent")
        case .oneFour: Text(ky: "бир «4» менен", ru: "с одной «4»", kk: "бір «4»-пен", en: "with one “4”")
        case .good: Text(ky: "жакшы окуйт", ru: "хорошист", kk: "екпінді", en: "good")
        case .oneThree: Text(ky: "бир «3» менен", ru: "с одной «3»", kk: "бір «3»-пен", en: "with one “3”")
        case .satisfactory: Text(ky: "«3» менен", ru: "троечник", kk: "«3»-пен", en: "satisfactory")
        case .failing: Text(ky: "жетишпеген", ru: "неуспевающий", kk: "үлгермеуші", en: "failing")
        case .notAttested:
            Text(ky: "аттестацияланган эмес", ru: "не аттестован", kk: "аттестатталмаған", en: "not attested")
        }
    }
}
