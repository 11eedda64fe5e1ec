import SchoolRules
import Store
import Web

/// Progress, quality, degree of learning, mean mark and objectivity, of anything that has final marks.
enum IndicatorsRoom {
    static let routes: [Route] = [.get("/indicators", .readControlReport, show)]

    private static func show(_ visit: Visit) throws -> Answer {
        let query = visit.asked.query
        return try visit.read { connection in
            let school = visit.school.id
            let terms = try FinalQueries.terms(year: visit.year, school: school, in: connection)
            let wished = try query["period"].map { text in
                guard let period = RollPeriod(text, among: terms) else { throw Refusal.notFound }
                return period
            }
            let period = wished ?? RollPeriod.usual(terms, on: visit.today)
            let led = try visit.classesLed(in: connection)
            let roll = try FinalRoll.read(period, year: visit.year, on: visit.today, of: school, in: connection)
            let frame = IndicatorsFrame(
                visit: visit, terms: terms, period: period, by: IndicatorBy(query["by"]),
                view: query["view"].flatMap(IndicatorsFrame.View.init) ?? .finals)
            if frame.view == .marks {
                return try AccumulationPage.read(frame, roll, led: led, in: connection).answer
            }
            let table = IndicatorTable(roll, by: frame.by, seenBy: visit, led: led)
            return IndicatorsPage(frame: frame, table: table, wish: IndicatorWish(query)).answer
        }
    }
}

/// What a line of the table stands for.
enum IndicatorBy: String, CaseIterable, Sendable {
    case page, `class`, parallel, teacher, school

    init(_ text: String?) { self = text.flatMap(IndicatorBy.init(rawValue:)) ?? .class }
}

/// The number that was opened to its students.
struct IndicatorWish: Sendable {
    enum Number: String, CaseIterable, Sendable {
        case counted, progress, quality, learning, average, notAttested, open, same, raised, lowered
    }

    let line: String?
    let number: Number?

    init(_ query: Form) {
        line = query["line"]
        number = query["show"].flatMap(Number.init)
    }
}

/// Final marks gathered by line, with their indicators.
struct IndicatorTable: Sendable {
    struct Line: Sendable, Identifiable {
        let id: String
        let name: String
        let indicators: Indicators<String>
        let same, raised, lowered: [String]

        /// The count behind a number that is no share of students.
        func count(_ number: IndicatorWish.Number) -> Count? {
            switch number {
            case .learning: indicators.learning
            case .average: indicators.average
            case .counted, .progress, .quality, .notAttested, .open, .same, .raised, .lowered: nil
            }
        }

        var compared: Int { same.count + raised.count + lowered.count }

        func students(_ number: IndicatorWish.Number) -> [String] {
            switch number {
            case .counted: indicators.counted
            case .progress: indicators.progress.students
            case .quality: indicators.quality.students
            case .learning: indicators.learned
            case .average: indicators.numbered
            case .notAttested: indicators.notAttested
            case .open: indicators.open
            case .same: same
            case .raised: raised
            case .lowered: lowered
            }
        }
    }

    let by: IndicatorBy
    let period: RollPeriod
    let lines: [Line]

    /// - Parameter led: the classes the visitor leads; others see only pages of their own load.
    init(_ roll: FinalRoll, by: IndicatorBy, seenBy visit: Visit, led: Set<Int64>) {
        self.by = by
        period = roll.period
        let homes = Dictionary(roll.homes.map { ($0.id, $0.name) }) { first, _ in first }
        var order: [String] = []
        var groups: [String: (name: String, seats: [FinalRoll.Seat])] = [:]
        for seat in roll.seats {
            guard let page = roll.page(seat.page), page.isNeeded, Self.maySee(page, seat, visit, led) else { continue }
            for (id, name) in Self.lines(of: seat, page, homes[seat.home], by: by, visit.language) {
                if groups[id] == nil { order.append(id) }
                groups[id, default: (name, [])].seats.append(seat)
            }
        }
        lines = order.compactMap { id in
            groups[id].map { Self.line(id, $0.name, $0.seats, roll, homes, visit.language) }
        }
    }

    static func maySee(
        _ page: FinalRoll.Page, _ seat: FinalRoll.Seat, _ visit: Visit, _ led: Set<Int64>
    ) -> Bool {
        visit.may(.readControlReport, inClass: seat.home, led: led)
            || page.teachers.contains { $0.id == visit.person.id }
    }

    /// Which lines a mark belongs to: several only where a page has several teachers.
    static func lines(
        of seat: FinalRoll.Seat, _ page: FinalRoll.Page, _ home: ClassName?, by: IndicatorBy, _ language: Language
    ) -> [(id: String, name: String)] {
        let className = home?.display(language) ?? ""
        switch by {
        case .page:
            let group = page.groupName.isEmpty ? "" : ", " + page.groupName
            return [("\(page.id)", "\(className) · \(page.names[language])\(group)")]
        case .class: return [("\(seat.home)", className)]
        case .parallel:
            return [("\(home?.grade ?? 0)", IndicatorsTexts.parallel(home?.grade ?? 0)[language])]
        case .teacher: return page.teachers.map { ("\($0.id)", $0.name.full) }
        case .school: return [("school", IndicatorsTexts.wholeSchool[language])]
        }
    }

    private static func line(
        _ id: String, _ name: String, _ seats: [FinalRoll.Seat], _ roll: FinalRoll, _ homes: [Int64: ClassName],
        _ language: Language
    ) -> Line {
        var byScale: [String: [StudentFinal<String>]] = [:]
        let finals = seats.map { seat -> StudentFinal<String> in
            let page = roll.page(seat.page)
            let words = [
                roll.names[seat.student]?.list ?? "", homes[seat.home]?.display(language) ?? "",
                page?.names[language] ?? "", seat.mark.map { $0.text(in: page?.record ?? .ru) } ?? "—",
            ]
            let final = StudentFinal(
                words.joined(separator: " · "), seat.mark, expected: seat.rule,
                learning: page?.regime.settings.learning)
            byScale[seat.scale, default: []].append(final)
            return final
        }
        let compared = byScale.keys.sorted().map {
            Objectivity(byScale[$0] ?? [], on: SchoolFacts.scale($0))
        }
        return Line(
            id: id, name: name, indicators: Indicators(finals),
            same: compared.flatMap(\.same), raised: compared.flatMap(\.raised), lowered: compared.flatMap(\.lowered))
    }
}
