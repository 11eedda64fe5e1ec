import SchoolRules
import Store

/// A prepared year is kept, withdrawn or confirmed.
extension YearRollQueries {
    /// Keeps a plan in place of what was prepared before.
    /// - Throws: ``Refusal/changedMeanwhile`` if that is not of the version the plan was made on.
    static func save(_ plan: YearPlan, version: Int64, ids: Identity, in writing: Writing) throws {
        let school = writing.school
        let open = try newest(for: plan.year, school: school, in: writing.connection)
        guard open?.confirmedAt ?? 0 == 0, open?.version ?? 0 == version else { throw Refusal.changedMeanwhile }
        let id = open?.id ?? ids.next()
        let day = plan.leavingDay.description
        if open == nil {
            try writing.connection.run(
                """
                INSERT INTO year_roll (school_id, id, year, leaving_day, prepared_at, prepared_by)
                VALUES (\(school), \(id), \(plan.year), \(day), \(writing.instant), \(writing.author.person))
                """)
        } else {
            try writing.connection.run(
                """
                UPDATE year_roll SET leaving_day = \(day), prepared_at = \(writing.instant),
                    prepared_by = \(writing.author.person), version = version + 1
                WHERE school_id = \(school) AND id = \(id)
                """)
            try clear(id, in: writing)
        }
        try put(plan, into: id, in: writing)
        try writing.audit(
            "year.prepare", "year/\(plan.year)",
            after: """
                up \(plan.goingUp.count) of \(plan.classes.count), staying \(plan.repeaters.count), \
                moving \(plan.moves.count), \(day)
                """)
    }

    private static func clear(_ id: Int64, in writing: Writing) throws {
        let school = writing.school
        try writing.connection.run("DELETE FROM year_roll_class WHERE school_id = \(school) AND roll_id = \(id)")
        try writing.connection.run("DELETE FROM year_roll_student WHERE school_id = \(school) AND roll_id = \(id)")
        try writing.connection.run("DELETE FROM year_roll_move WHERE school_id = \(school) AND roll_id = \(id)")
        try writing.connection.run("DELETE FROM year_roll_merge WHERE school_id = \(school) AND roll_id = \(id)")
    }

    private static func put(_ plan: YearPlan, into id: Int64, in writing: Writing) throws {
        let school = writing.school
        for one in plan.classes {
            try writing.connection.run(
                """
                INSERT INTO year_roll_class (school_id, roll_id, class_id, deed, letter, keeps_teachers)
                VALUES (\(school), \(id), \(one.id), \(one.storedDeed), \(one.letter), \(one.keepsTeachers))
                """)
        }
        for one in plan.repeaters {
            try writing.connection.run(
                """
                INSERT INTO year_roll_student (school_id, roll_id, student_id, class_id)
                VALUES (\(school), \(id), \(one.student), \(one.joins))
                """)
        }
        for one in plan.moves {
            try writing.connection.run(
                """
                INSERT INTO year_roll_move (school_id, roll_id, student_id, letter)
                VALUES (\(school), \(id), \(one.student), \(one.letter))
                """)
        }
        for one in plan.classes where one.deed == .join {
            try writing.connection.run(
                """
                INSERT INTO year_roll_merge (school_id, roll_id, class_id, into_id)
                VALUES (\(school), \(id), \(one.id), \(one.joins))
                """)
        }
    }

    static func withdraw(_ id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE year_roll SET withdrawn_at = \(writing.instant), withdrawn_by = \(writing.author.person)
            WHERE school_id = \(writing.school) AND id = \(id)
            """)
        try writing.audit("year.withdraw", "roll/\(id)")
    }

    static func confirm(_ id: Int64, year: Int, _ result: YearRolling.Result, in writing: Writing) throws {
        try writing.connection.run(
            """
            UPDATE year_roll SET confirmed_at = \(writing.instant), confirmed_by = \(writing.author.person)
            WHERE school_id = \(writing.school) AND id = \(id)
            """)
        try writing.audit("year.confirm", "year/\(year)", after: result.text)
    }
}

extension YearPlan.ClassDeed {
    /// A class that joins another one ends; whom it joins stands beside.
    fileprivate var storedDeed: String { (deed == .join ? .stop : deed).rawValue }
}
