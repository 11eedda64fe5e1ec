import HTTPTypes
import SchoolRules
import Store
import Web

/// Final marks for programs.
enum FinalsAPI {
    static let routes: [Route] = [
        .get("/api/v1/pages/{page}/finals", .readPage, sheet),
        .post("/api/v1/pages/{page}/finals", .writePeriodMark, bodyLimit: 131_072, write),
    ]

    private static let most = 200

    private static func sheet(_ visit: Visit) throws -> Answer {
        let (id, wish) = (try visit.id("page"), try period(visit))
        return try visit.read { connection in
            let sheet = try Finals.read(visit.page(id, in: connection), wish.key, for: visit, in: connection)
            return .json(json(sheet, visit.language))
        }
    }

    /// A form may leave the period empty; a program that names it names one.
    private static func period(_ visit: Visit) throws -> WishedPeriod {
        guard visit.asked.query["term"] != "" else {
            throw Refusal.invalid("unknown_term", PeriodWords.unknown, at: "/term")
        }
        return try WishedPeriod(visit.asked.query)
    }

    private struct Body: Decodable {
        let finals: [Entry]
    }

    private struct Entry: Decodable {
        let student: WireID
        let set: String
        let period: String?
        let reason: String?
        let version: Int64?
    }

    private static func write(_ visit: Visit) async throws -> Answer {
        let (id, key) = (try visit.id("page"), try visit.idempotencyKey())
        let wish = try period(visit)
        let entries = try JSONBody.decode(Body.self, from: visit.asked).finals
        guard entries.count <= most else {
            throw Refusal.invalid("too_many_entries", FinalsAPITexts.tooMany, at: "/finals")
        }
        let kept = try await visit.write { writing in
            let page = try visit.ownPage(id, in: writing.connection)
            return try visit.once(key: key, in: writing) {
                let sheet = try Finals.read(page, wish.key, for: visit, in: writing.connection)
                try Regimes.keep(year: page.year, ids: visit.app.ids, in: writing)
                let wishes = try entries.enumerated().map { try self.wish($1, $0, on: sheet.place) }
                let outcomes = try FinalRecording.record(
                    wishes, on: sheet, at: visit.moment, ids: visit.app.ids, in: writing)
                return (.ok, ["results": .array(outcomes.map { json($0, visit.language) })])
            }
        }
        return kept.answer
    }

    private static func wish(_ entry: Entry, _ number: Int, on place: FinalPlace) throws -> FinalWish {
        let key = entry.period.map { FinalKey($0) } ?? place.key
        guard let key, place.keys.contains(key) else {
            throw Refusal.invalid("unknown_term", PeriodWords.unknown, at: "/finals/\(number)/period")
        }
        let version = entry.version ?? 0
        guard version >= 0 else {
            throw Refusal.invalid("wrong_value", FinalsAPITexts.version, at: "/finals/\(number)/version")
        }
        return FinalWish(
            key: key, student: entry.student.id, set: entry.set, reason: FinalsForms.tidy(entry.reason ?? ""),
            version: version)
    }

    private static func json(_ sheet: FinalSheet, _ language: Language) -> JSON {
        let place = sheet.place
        return [
            "page": .id(place.page.id), "term": .string(place.key.stored), "closed": .bool(place.closing != nil),
            "students": .array(
                sheet.lines.map { line in
                    let check = line.proposal.minimum.marks
                    return [
                        "id": .id(line.student), "name": .string(line.name.list),
                        "average": .optional(line.proposal.count?.value.description),
                        "shown": .optional(line.proposal.count.map { CountWords.shown($0.value, language) }),
                        "proposal": .optional(line.proposal.proposed?.text(in: place.page.recordLanguage)),
                        "minimum": [
                            "needed": .integer(Int64(check.needed)), "has": .integer(Int64(check.has)),
                        ],
                        "finals": .array(place.keys.map { final(line.standing[$0], $0, place) }),
                    ]
                }),
        ]
    }

    private static func final(_ final: StandingFinal?, _ key: FinalKey, _ place: FinalPlace) -> JSON {
        let record = place.page.recordLanguage
        return [
            "period": .string(key.stored), "value": .string(final?.mark?.text(in: record) ?? ""),
            "previous": .optional(final?.before?.text(in: record)), "reason": .string(final?.reason ?? ""),
            "version": .integer(final?.version ?? 0),
        ]
    }

    private static func json(_ outcome: FinalOutcome, _ language: Language) -> JSON {
        [
            "student": .id(outcome.student), "period": .string(outcome.key.stored),
            "status": .string(outcome.status.rawValue), "value": .string(outcome.value),
            "version": .integer(outcome.version), "code": .optional(outcome.code),
            "message": .optional(outcome.message?[language]),
        ]
    }
}

private enum FinalsAPITexts {
    static let tooMany = Text(
        ky: "Бир жолу эң көп 200 баа", ru: "За один раз не больше 200 отметок", kk: "Бір ретте ең көбі 200 баға",
        en: "At most 200 marks at a time")
    static let version = Text(
        ky: "Версия терс болбойт", ru: "Версия не бывает отрицательной", kk: "Нұсқа теріс болмайды",
        en: "A version is never negative")
}
