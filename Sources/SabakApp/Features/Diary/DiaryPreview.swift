import SchoolRules
import Store
import Web

/// What the family sees, for the director, the deputy and the class teacher; each look is logged.
enum DiaryPreview {
    static func day(_ visit: Visit) throws -> Answer {
        let student = try visit.id("student")
        let wish = try WishedDay(visit.asked.query, today: visit.today)
        let page = try visit.read { connection in
            let child = try find(student, for: visit, in: connection)
            let frame = DiaryFrame(visit: visit, child: child, children: [], isPreview: true)
            let since = DiaryVisit.firstSince(visit.now)
            return try Diary.dayPage(frame, wish, newSince: since, in: connection).html()
        }
        visit.logAccess("preview", "diary/\(student)")
        return .page(page)
    }

    private static func find(_ student: Int64, for visit: Visit, in connection: Connection) throws -> FoundChild {
        do {
            guard
                let child = try FinderQueries.child(
                    student, school: visit.school.id, on: visit.today, in: connection)
            else { throw Refusal.notFound }
            _ = try visit.classToRead(child.classID, by: .previewDiary, in: connection)
            return child
        } catch let refusal as Refusal {
            visit.logRefusedReading("diary/\(student)")
            throw refusal
        }
    }
}
