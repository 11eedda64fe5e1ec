import HTTPTypes
import SchoolRules
import Store
import Web

/// How grades and subjects are assessed: the table of a school year, and changing it. Marks that are set stay as they
/// are, and a closed term is never touched.
enum RegimeRoom {
    static let routes: [Route] = [
        .get("/settings/regimes", .writeSettings, table),
        .get("/settings/regimes/edit", .writeSettings, edit),
        .post("/settings/regimes", .writeSettings, change),
        .post("/settings/regimes/back", .writeSettings, back),
    ]

    private static func table(_ visit: Visit) throws -> Answer {
        let year = try visit.read { try AssessedYear.read(for: visit, in: $0) }
        return RegimeTablePage(visit: visit, year: year).answer()
    }

    private static func edit(_ visit: Visit) throws -> Answer {
        let year = try visit.read { try AssessedYear.read(for: visit, in: $0) }
        let wish = RegimeWish(visit.asked.query, in: year, language: visit.language, isTyped: false)
        return RegimeEditPage(visit: visit, year: year, wish: wish).answer()
    }

    private static func change(_ visit: Visit) async throws -> Answer {
        try SettingsPart.teaching.require(visit)
        let form = visit.asked.form
        let (year, wish) = try visit.read { connection in
            let year = try AssessedYear.read(for: visit, in: connection)
            return (year, RegimeWish(form, in: year, language: visit.language, isTyped: true))
        }
        guard wish.problems.isEmpty, let regime = wish.regime else {
            return RegimeEditPage(visit: visit, year: year, wish: wish).answer(status: .unprocessableContent)
        }
        guard form["do"] == "save" else {
            let preview = try visit.read { try RegimePreview.read(regime, in: year, for: visit, in: $0) }
            return RegimeEditPage(visit: visit, year: year, wish: wish, preview: preview).answer()
        }
        try await visit.write { writing in
            try RegimeQueries.keep(regime, ids: visit.app.ids, in: writing)
            let place = RegimePlace(grades: regime.grades, subjects: regime.subjects)
            try FinalExpectation.refreshOpen(place, year: year.year, on: visit.today, in: writing)
        }
        return .see("/settings/regimes?note=saved")
    }

    /// Gives grades and subjects what their country gives them, from a day on.
    private static func back(_ visit: Visit) async throws -> Answer {
        try SettingsPart.teaching.require(visit)
        let form = visit.asked.form
        let year = try visit.read { try AssessedYear.read(for: visit, in: $0) }
        let wish = RegimeWish(form, in: year, language: visit.language, isTyped: false)
        guard let from = year.starts(of: wish.place.grades).first else { throw Refusal.termClosed }
        try await visit.write { writing in
            for grade in wish.place.grades {
                let usual = year.usual(grade: grade, subject: wish.place.subjects.sorted().first ?? "", from: from.day)
                guard let usual else { continue }
                let place = RegimePlace(grades: grade...grade, subjects: wish.place.subjects)
                try RegimeQueries.keep(
                    usual.placed(place, from: from.day, isOwn: false), ids: visit.app.ids, in: writing)
            }
            try FinalExpectation.refreshOpen(wish.place, year: year.year, on: visit.today, in: writing)
        }
        return .see("/settings/regimes?note=saved")
    }
}

extension Regime {
    func placed(_ place: RegimePlace, from day: Day, isOwn: Bool) -> Regime {
        Regime(
            id: 0, country: country, grades: place.grades, subjects: place.subjects, schoolYear: schoolYear,
            validFrom: day, way: way, scale: scale, finalScale: finalScale, settings: settings, isOwn: isOwn)
    }
}
