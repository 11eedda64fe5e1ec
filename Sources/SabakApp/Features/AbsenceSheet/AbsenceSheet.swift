import HTTPTypes
import SchoolRules
import Store
import Web

/// Who is absent on a day: by class for the school, by lesson for a class; reasons and announced absences.
enum AbsenceSheet {
    static let routes: [Route] = [
        .get("/absences", .readDaySheet, sheet),
        .post("/absences/reasons", .writeAbsenceReason, setReason),
        // Parents announce in the diary; this form is the class teacher's.
        .post("/absences/notices", .writeAbsenceReason, announce),
    ]

    private static func sheet(_ visit: Visit) throws -> Answer {
        let wish = DaySheetWish(visit.asked.query, today: visit.today)
        return try visit.read { connection in
            if let classID = wish.classID {
                return try classSheet(visit, wish, classID, in: connection)
            }
            let led = try visit.classesLed(in: connection)
            if !visit.mayInSchool(.readDaySheet), led.count == 1, let own = led.first {
                return try classSheet(visit, wish, own, in: connection)
            }
            let sheet = try DaySheet.read(visit, on: wish.day, led: led, in: connection)
            return DaySheetPage(visit: visit, day: wish.day, sheet: sheet).answer
        }
    }

    private static func classSheet(
        _ visit: Visit, _ wish: DaySheetWish, _ classID: Int64, in connection: Connection,
        typed: Inputs? = nil
    ) throws -> Answer {
        let found = try visit.classToRead(classID, by: .readDaySheet, in: connection)
        let led = try visit.classesLed(in: connection)
        let sheet = try ClassDay.read(visit, of: found.id, on: wish.day, led: led, in: connection)
        let page = ClassDayPage(
            visit: visit, classID: found.id, name: found.name, day: wish.day, sheet: sheet, chosen: wish.student,
            typed: typed, note: wish.note)
        return page.answer
    }

    private static func setReason(_ visit: Visit) async throws -> Answer {
        let form = ReasonForm(visit.asked.form)
        guard let day = form.day, form.problem == nil else { return try redraw(visit, form.inputs(visit.language)) }
        let classID = try await visit.write { writing in
            let classID = try visit.ownClass(of: form.student, on: day, in: writing.connection)
            try DaySheetQueries.keep(reason: form, on: day, in: writing)
            return classID
        }
        return .see("/absences?class=\(classID)&day=\(day)&note=saved")
    }

    private static func announce(_ visit: Visit) async throws -> Answer {
        let form = NoticeForm(visit.asked.form)
        guard let from = form.from, let to = form.to, form.problem == nil else {
            return try redraw(visit, form.inputs(visit.language))
        }
        let id = visit.app.ids.next()
        let classID = try await visit.write { writing in
            let classID = try visit.ownClass(of: form.student, on: from, in: writing.connection)
            try DaySheetQueries.keep(notice: form, id: id, from: from, to: to, in: writing)
            return classID
        }
        return .see("/absences?class=\(classID)&day=\(visit.asked.form["shown"].flatMap(Day.init) ?? from)&note=saved")
    }

    private static func redraw(_ visit: Visit, _ typed: Inputs) throws -> Answer {
        let form = visit.asked.form
        let wish = DaySheetWish(form, today: visit.today)
        let day = (form["shown"] ?? form["day"]).flatMap(Day.init) ?? visit.today
        return try visit.read { connection in
            guard let student = form["student"].flatMap(Int64.init) else { throw Refusal.notFound }
            let classID = try visit.ownClass(of: student, on: day, in: connection)
            var shown = wish
            shown.day = day
            var answer = try classSheet(visit, shown, classID, in: connection, typed: typed)
            answer.status = .unprocessableContent
            return answer
        }
    }
}

extension Visit {
    /// The class a student is in on a day, if the visitor leads it.
    /// - Throws: ``Refusal/notFound`` for a student of another class.
    fileprivate func ownClass(of student: Int64, on day: Day, in connection: Connection) throws -> Int64 {
        let led = try classesLed(in: connection)
        let classID = try DaySheetQueries.classID(of: student, on: day, school: school.id, in: connection)
        guard let classID, may(.writeAbsenceReason, inClass: classID, led: led) else { throw Refusal.notFound }
        return classID
    }
}
