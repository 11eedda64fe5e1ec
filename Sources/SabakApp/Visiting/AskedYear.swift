import SchoolRules
import Store
import Web

/// The next school year is looked at and put in order before it begins, as if it were its first day.
extension Visit {
    /// The visit in the year that was asked for with `year`: the next one, for whoever plans the school, as soon as
    /// there are classes in it; else the present one.
    func inAskedYear() throws -> Visit {
        guard let asked = (asked.query["year"] ?? asked.form["year"]).flatMap({ Int($0) }) else { return self }
        return try inNextYear(if: asked)
    }

    /// The visit in the year a page is of.
    func inYear(ofPage id: Int64) throws -> Visit {
        try inNextYear(
            if: read { try $0.count("SELECT year FROM page WHERE school_id = \(school.id) AND id = \(id)") })
    }

    /// The visit in the year a class is of.
    func inYear(ofClass id: Int64) throws -> Visit {
        try inNextYear(
            if: read { try $0.count("SELECT year FROM class WHERE school_id = \(school.id) AND id = \(id)") })
    }

    /// Whether there is a next year to be chosen.
    func hasNextYear(in connection: Connection) throws -> Bool {
        guard mayInSchool(.writeLoad) else { return false }
        return try connection.count(
            "SELECT count(*) FROM class WHERE school_id = \(school.id) AND year = \(presentYear + 1)") > 0
    }

    private func inNextYear(if year: Int) throws -> Visit {
        guard year == presentYear + 1, try read(hasNextYear) else { return self }
        return seen(from: SchoolCalendar.firstDay(of: year))
    }

    /// What carries the chosen year on in a form; nothing in the present one.
    var yearField: HTML? {
        isAhead ? "<input type=\"hidden\" name=\"year\" value=\"\(year)\">" : nil
    }

    /// The same for an address without a query.
    func inYear(_ address: String) -> String { isAhead ? "\(address)?year=\(year)" : address }

    /// The same for an address that has a query already.
    var yearQuery: String { isAhead ? "&year=\(year)" : "" }
}
