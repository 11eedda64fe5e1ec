import SchoolRules
import Store

enum TrainingQueries {
    struct Training: Sendable {
        let id: Int64
        let day: Day
        let topic, note: String
        let holder: PersonName?
        let attended: Int
    }

    struct Attendant: Sendable {
        let id: Int64
        let name: PersonName
        let position: String
        let isThere: Bool
    }

    static func all(_ school: Int64, in connection: Connection) throws -> [Training] {
        try connection.all("\(rows(school)) ORDER BY training.day DESC, training.id DESC", training)
    }

    static func one(_ id: Int64, _ school: Int64, in connection: Connection) throws -> Training {
        guard let found = try connection.first("\(rows(school)) AND training.id = \(id)", training) else {
            throw Refusal.notFound
        }
        return found
    }

    private static func rows(_ school: Int64) -> SQL {
        """
        SELECT training.id, training.day, training.topic, training.note, person.surname, person.given,
            person.patronymic, (SELECT count(*) FROM training_attendance
                WHERE training_attendance.school_id = training.school_id
                    AND training_attendance.training_id = training.id)
        FROM training
        LEFT JOIN person ON person.school_id = training.school_id AND person.id = training.by_person
        WHERE training.school_id = \(school)
        """
    }

    private static func training(_ row: Row) -> Training {
        Training(
            id: row.integer(0), day: Day(row.text(1)) ?? .forever, topic: row.text(2), note: row.text(3),
            holder: row.isNull(4)
                ? nil : PersonName(stored: row.text(4), given: row.text(5), patronymic: row.text(6)),
            attended: row.int(7))
    }

    /// The staff of today, and whoever was there and has left since.
    static func people(_ id: Int64, _ visit: Visit, in connection: Connection) throws -> [Attendant] {
        let today = visit.today.description
        return try connection.all(
            """
            SELECT person.id, person.surname, person.given, person.patronymic, staff.position,
                EXISTS (SELECT 1 FROM training_attendance WHERE training_attendance.school_id = staff.school_id
                    AND training_attendance.training_id = \(id)
                    AND training_attendance.person_id = staff.person_id)
            FROM staff
            JOIN person ON person.school_id = staff.school_id AND person.id = staff.person_id
            WHERE staff.school_id = \(visit.school.id) AND (staff.to_day >= \(today)
                OR EXISTS (SELECT 1 FROM training_attendance WHERE training_attendance.school_id = staff.school_id
                    AND training_attendance.training_id = \(id)
                    AND training_attendance.person_id = staff.person_id))
            ORDER BY person.sort_key, person.id
            """
        ) { row in
            Attendant(
                id: row.integer(0),
                name: PersonName(stored: row.text(1), given: row.text(2), patronymic: row.text(3)),
                position: row.text(4), isThere: row.bool(5))
        }
    }

    static func add(_ id: Int64, _ wish: TrainingWish, in writing: Writing) throws {
        try writing.connection.run(
            """
            INSERT INTO training (school_id, id, day, topic, note, at, by_person)
            VALUES (\(writing.school), \(id), \(wish.day.description), \(wish.topic), \(wish.note),
                \(writing.instant), \(writing.author.person))
            """)
        try writing.audit("training.add", "training/\(id)", after: wish.day.description, text: wish.topic)
    }

    static func keep(_ people: Set<Int64>, of id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM training_attendance WHERE school_id = \(writing.school) AND training_id = \(id)")
        for person in people.sorted() {
            try writing.connection.run(
                """
                INSERT INTO training_attendance (school_id, training_id, person_id)
                VALUES (\(writing.school), \(id), \(person))
                """)
        }
        try writing.audit(
            "training.attend", "training/\(id)", after: people.sorted().map { "\($0)" }.joined(separator: " "))
    }

    static func remove(_ id: Int64, in writing: Writing) throws {
        try writing.connection.run(
            "DELETE FROM training_attendance WHERE school_id = \(writing.school) AND training_id = \(id)")
        try writing.connection.run("DELETE FROM training WHERE school_id = \(writing.school) AND id = \(id)")
        try writing.audit("training.remove", "training/\(id)")
    }
}
