import SchoolRules
import Web

/// At a glance: what each grade and subject is assessed by.
struct RegimeTablePage {
    let visit: Visit
    let year: AssessedYear
    private var words: Language { visit.language }
    private var mayWrite: Bool { SettingsPart.teaching.isFor(visit) }
    private var frame: SettingsFrame {
        SettingsFrame(visit: visit, place: .regimes, problems: FormProblems(), mayWrite: mayWrite)
    }

    func answer() -> Answer {
        let table: HTML = """
            <div class="scroll" tabindex="0" role="region" aria-label="\(RegimeTexts.title[words])">\
            <table class="list regimes"><thead><tr><th scope="col">\(RegimeTexts.grade[words])</th>\
            <th scope="col">\(RegimeTexts.subjects[words])</th><th scope="col">\(RegimeTexts.way[words])</th>\
            <th scope="col">\(RegimeTexts.rules[words])</th><th scope="col">\(RegimeTexts.whose[words])</th>\
            <th scope="col"><span class="sr">\(RegimeTexts.change[words])</span></th></tr></thead>\
            \(bands.html(band))</table></div>
            """
        return frame.answer(RegimeTexts.hint, table, status: .ok)
    }

    /// Grades side by side that are assessed alike.
    private struct Band {
        var grades: ClosedRange<Int>
        let lines: [Line]

        var words: String {
            grades.count == 1 ? "\(grades.lowerBound)" : "\(grades.lowerBound)–\(grades.upperBound)"
        }
    }

    private var bands: [Band] {
        year.grades.reduce(into: []) { bands, grade in
            let lines = lines(of: grade)
            if let last = bands.last, last.grades.upperBound == grade - 1,
                last.lines.map(\.likeness) == lines.map(\.likeness)
            {
                bands[bands.count - 1].grades = last.grades.lowerBound...grade
            } else {
                bands.append(Band(grades: grade...grade, lines: lines))
            }
        }
    }

    /// The regime of most subjects first, then those of single ones.
    private func band(_ band: Band) -> HTML {
        let rows = band.lines.enumerated().html { index, line -> HTML in
            let head: HTML? =
                index == 0 ? "<th scope=\"rowgroup\" rowspan=\"\(band.lines.count)\">\(band.words)</th>" : nil
            return "<tr>\(head)\(cells(line, band))</tr>"
        }
        return "<tbody>\(rows)</tbody>"
    }

    private struct Line {
        let regime: Regime
        /// Empty for all that the other lines do not name.
        let subjects: [AssessedYear.Page]

        /// What makes two lines of different grades the same.
        var likeness: [String] {
            let from = regime.isOwn ? regime.validFrom.description : ""
            let rules = RegimeTexts.summary(regime, .en)
            return subjects.map(\.code).sorted() + [regime.way.rawValue, regime.scale, rules, from]
        }
    }

    private func lines(of grade: Int) -> [Line] {
        let pages = year.subjects(in: grade...grade)
        let today = year.today
        var lines: [Line] = []
        for page in pages {
            let regime = year.regime(of: page, on: today)
            if let place = lines.firstIndex(where: { $0.regime == regime }) {
                lines[place] = Line(regime: regime, subjects: lines[place].subjects + [page])
            } else {
                lines.append(Line(regime: regime, subjects: [page]))
            }
        }
        if lines.isEmpty {
            let regime = year.regimes.regime(
                grade: grade, subject: "", scale: year.country.profile.scale.id, on: year.end(of: today, grade))
            return [Line(regime: regime, subjects: [])]
        }
        lines.sort { $0.subjects.count > $1.subjects.count }
        if lines[0].regime.subjects.isEmpty { lines[0] = Line(regime: lines[0].regime, subjects: []) }
        return lines
    }

    private func cells(_ line: Line, _ band: Band) -> HTML {
        let names = line.subjects.map { $0.names[words] }.joined(separator: ", ")
        let subjects = line.subjects.isEmpty ? RegimeTexts.allOthers[words] : names
        let mark: HTML =
            line.regime.isOwn
            ? "<span class=\"tag own\">\(RegimeTexts.own[words])</span>"
            : "<span class=\"tag\">\(RegimeTexts.ofCountry[words])</span>"
        let since: HTML? =
            line.regime.isOwn ? "<small>\(RegimeTexts.since(line.regime.validFrom)[words])</small>" : nil
        return """
            <td>\(subjects)</td><td><b>\(RegimeTexts.name(line.regime)[words])</b></td>\
            <td class="rules">\(RegimeTexts.summary(line.regime, words))</td>\
            <td>\(mark) \(since)\(coming(line, band.grades.lowerBound))</td>\
            <td>\(acts(line, band))</td>
            """
    }

    /// A regime that is kept for a day to come.
    private func coming(_ line: Line, _ grade: Int) -> HTML? {
        let code = line.subjects.first?.code ?? ""
        let next = year.regimes.list.filter {
            $0.validFrom > year.today && $0.grades.contains(grade)
                && ($0.subjects.isEmpty ? line.subjects.isEmpty : $0.subjects.contains(code))
        }.max { ($0.validFrom, $0.id) < ($1.validFrom, $1.id) }
        guard let next, next.id != line.regime.id else { return nil }
        return "<small>\(RegimeTexts.coming(next.validFrom)[words]): \(RegimeTexts.name(next)[words])</small>"
    }

    private func acts(_ line: Line, _ band: Band) -> HTML? {
        guard mayWrite else { return nil }
        let chosen = line.subjects.map { "&subjects=\($0.code)" }.joined()
        let hidden = line.subjects.html { "<input type=\"hidden\" name=\"subjects\" value=\"\($0.code)\">" }
        let (from, to) = (band.grades.lowerBound, band.grades.upperBound)
        let what =
            "\(band.words), \(line.subjects.isEmpty ? RegimeTexts.allOthers[words] : line.subjects[0].names[words])"
        let back: HTML? =
            !line.regime.isOwn || year.starts(of: band.grades).isEmpty
            ? nil
            : """
            <form method="post" action="/settings/regimes/back">\(visit.csrfField)\
            <input type="hidden" name="from" value="\(from)">\
            <input type="hidden" name="to" value="\(to)">\(hidden)\
            <button class="quiet" aria-label="\(RegimeTexts.back[words]): \(what)">\(RegimeTexts.back[words])</button>\
            </form>
            """
        return """
            <a class="button quiet" href="/settings/regimes/edit?from=\(from)&to=\(to)\(chosen)" \
            aria-label="\(RegimeTexts.change[words]): \(what)">\(RegimeTexts.change[words])</a>\(back)
            """
    }
}
