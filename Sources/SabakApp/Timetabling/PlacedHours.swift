import SchoolRules
import Store

/// Hours a week that the timetable in force gives each page, in hundredths.
enum PlacedHours {
    static func byPage(year: Int, on day: Day, school: Int64, in connection: Connection) throws -> [Int64: Int] {
        let version = try connection.first(
            """
            SELECT id FROM timetable_version
            WHERE school_id = \(school) AND published_at > 0
                AND from_day >= \(SchoolCalendar.firstDay(of: year).description)
                AND from_day <= \(SchoolCalendar.lastDay(of: year).description)
            ORDER BY CASE WHEN from_day <= \(day.description) THEN 0 ELSE 1 END, from_day DESC, published_at DESC
            LIMIT 1
            """
        ) { $0.integer(0) }
        guard let version else { return [:] }
        var hours: [Int64: Int] = [:]
        try connection.each(
            """
            SELECT page_id, CAST(sum(CASE WHEN parity = 'every' THEN 100 ELSE 50 END) AS bigint) FROM timetable_slot
            WHERE school_id = \(school) AND version_id = \(version) GROUP BY page_id ORDER BY page_id
            """
        ) { hours[$0.integer(0)] = $0.int(1) }
        return hours
    }
}
