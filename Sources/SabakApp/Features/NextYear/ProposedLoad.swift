import SchoolRules
import Store
import Web

/// Pages taken over from the year before: the deputy looks at hours and teachers once and says so.
enum ProposedLoad {
    struct Line: Sendable {
        let page: Int64
        let classID: Int64
        let className: ClassName?
        let subject: Names
        let group: String
        let hours: Int
        let teachers: [String]
        /// Whether the teacher's plan for this subject and grade was taken over.
        let hasPlan: Bool
    }

    static func rows(_ visit: Visit, in connection: Connection) throws -> [Line] {
        let school = visit.school.id
        var teachers: [Int64: [String]] = [:]
        try connection.each(
            """
            SELECT load.page_id, person.surname, person.given, person.patronymic FROM proposed_page
            JOIN load ON load.school_id = proposed_page.school_id AND load.page_id = proposed_page.page_id
            JOIN person ON person.school_id = load.school_id AND person.id = load.teacher_id
            WHERE proposed_page.school_id = \(school) AND proposed_page.checked_at = 0
            ORDER BY load.page_id, person.sort_key, person.id
            """
        ) { row in
            let name = PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3))
            teachers[row.integer(0), default: []].append(name.short)
        }
        return try connection.all(
            """
            SELECT page.id, coalesce(class.id, 0), coalesce(class.grade, 0), coalesce(class.letter, ''),
                subject.name_ky, subject.name_ru, subject.name_kk, subject.name_en, study_group.name, page.hours,
                (SELECT count(*) FROM page_plan
                    WHERE page_plan.school_id = page.school_id AND page_plan.page_id = page.id)
            FROM proposed_page
            JOIN page ON page.school_id = proposed_page.school_id AND page.id = proposed_page.page_id
            JOIN subject ON subject.school_id = page.school_id AND subject.id = page.subject_id
            JOIN study_group ON study_group.school_id = page.school_id AND study_group.id = page.group_id
            LEFT JOIN class ON class.school_id = page.school_id AND class.id = page.class_id
            WHERE proposed_page.school_id = \(school) AND proposed_page.checked_at = 0
            ORDER BY coalesce(class.sort_key, ''), subject.position, subject.id, page.id
            """
        ) { row in
            Line(
                page: row.integer(0), classID: row.integer(1),
                className: row.integer(1) == 0 ? nil : ClassName(grade: row.int(2), letter: row.text(3)),
                subject: Names(ky: row.text(4), ru: row.text(5), kk: row.text(6), en: row.text(7)),
                group: row.text(8), hours: row.int(9), teachers: teachers[row.integer(0)] ?? [],
                hasPlan: row.bool(10))
        }
    }

    static func check(_ pages: [Int64], in writing: Writing) throws {
        for page in pages {
            let changed = try writing.connection.run(
                """
                UPDATE proposed_page SET checked_at = \(writing.instant), checked_by = \(writing.author.person)
                WHERE school_id = \(writing.school) AND page_id = \(page) AND checked_at = 0
                """)
            if changed > 0 { try writing.audit("load.check", "page/\(page)") }
        }
    }
}

/// The proposed load by class, with a button a class.
struct ProposedLoadPage: Sendable {
    let visit: Visit
    let rows: [ProposedLoad.Line]
    private var words: Language { visit.language }

    var answer: Answer {
        let title = NextYearTexts.checkLoad[words]
        var order: [Int64] = []
        for row in rows where order.last != row.classID { order.append(row.classID) }
        let groups = Dictionary(grouping: rows, by: \.classID)
        return Layout(visit: visit, title: title, place: "/readiness").answer(
            """
            <div class="head"><div><h1>\(title): \(rows.count)</h1>\
            <p class="sub">\(NextYearTexts.checkWhat[words])</p></div></div>
            \(SetupPlaces.navigation(visit, at: .list))
            \(rows.isEmpty ? "<p class=\"say good\">\(NextYearTexts.allChecked[words])</p>" : HTML())
            \(order.html { group(groups[$0] ?? []) })
            """)
    }

    private func group(_ rows: [ProposedLoad.Line]) -> HTML {
        let name = rows.first?.className?.display(words) ?? NextYearTexts.across[words]
        let lines = rows.html { row in
            let subject = row.subject[words] + (row.group.isEmpty ? "" : " · " + row.group)
            let plan: HTML? = row.hasPlan ? " <span class=\"tag\">\(NextYearTexts.plans[words])</span>" : nil
            let name: HTML = "<a href=\"/load/pages/\(row.page)\">\(subject)</a>\(plan)"
            return """
                <tr><th scope="row">\(name)\
                <input type="hidden" name="page" value="\(row.page)"></th>\
                <td class="num">\(HoursWords.number(row.hours, words))</td>\
                <td>\(row.teachers.isEmpty ? "—" : row.teachers.joined(separator: ", "))</td></tr>
                """
        }
        return """
            <form method="post" action="/next-year/load">\(visit.csrfField)<h2>\(name)</h2>\
            <div class="scroll" tabindex="0" role="region" aria-label="\(name)"><table class="list"><thead><tr>\
            <th scope="col">\(NextYearTexts.subject[words])</th>\
            <th scope="col" class="num">\(NextYearTexts.hours[words])</th>\
            <th scope="col">\(ShellTexts.role(.subjectTeacher)[words])</th></tr></thead><tbody>\(lines)</tbody></table>\
            </div><p class="acts checked"><button>\(NextYearTexts.checked[words])<span class="sr">: \(name)</span>\
            </button></p></form>
            """
    }
}
