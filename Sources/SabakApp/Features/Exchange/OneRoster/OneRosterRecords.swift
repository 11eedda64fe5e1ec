import Foundation
import SchoolRules

/// Makes values of checked rows.
struct OneRosterRecords {
    let tables: [OneRosterFile: OneRosterTable]
    let version: OneRosterVersion

    func set() -> OneRosterSet {
        var set = OneRosterSet()
        set.version = version
        for (file, table) in tables { set.removed[file] = Set(table.rows.filter(\.isRemoved).map(\.id)) }
        set.orgs = values(.orgs, org)
        set.sessions = values(.academicSessions, session)
        set.courses = values(.courses, course)
        set.classes = values(.classes, schoolClass)
        set.users = values(.users, user)
        readEnrolments(into: &set)
        readDemographics(into: &set)
        if version == .v12 { readRoles(into: &set) }
        return set
    }

    private func values<Value>(_ file: OneRosterFile, _ make: (OneRosterRow) -> Value?) -> [String: Value] {
        var values: [String: Value] = [:]
        for row in tables[file]?.rows ?? [] where !row.isRemoved { values[row.id] = make(row) }
        return values
    }

    private func org(_ row: OneRosterRow) -> OneRosterSet.Org? {
        OneRosterSet.Org(
            id: row.id, name: row["name"].trimmedSpaces, type: row["type"], parent: row["parentSourcedId"],
            row: row.number)
    }

    private func session(_ row: OneRosterRow) -> OneRosterSet.Session? {
        guard let from = row.day("startDate"), let to = row.day("endDate") else { return nil }
        return OneRosterSet.Session(
            id: row.id, title: row["title"], type: row["type"], from: from, to: to, row: row.number)
    }

    private func course(_ row: OneRosterRow) -> OneRosterSet.Course? {
        OneRosterSet.Course(
            id: row.id, title: row["title"].trimmedSpaces, code: row["courseCode"], org: row["orgSourcedId"],
            grades: row.list("grades"), subjects: row.list("subjects"), row: row.number)
    }

    private func schoolClass(_ row: OneRosterRow) -> OneRosterSet.Class? {
        OneRosterSet.Class(
            id: row.id, title: row["title"].trimmedSpaces, code: row["classCode"].trimmedSpaces,
            course: row["courseSourcedId"], school: row["schoolSourcedId"], room: row["location"].trimmedSpaces,
            isHomeroom: row["classType"] == "homeroom", grades: row.list("grades"), terms: row.list("termSourcedIds"),
            subjects: row.list("subjects"), row: row.number)
    }

    private func user(_ row: OneRosterRow) -> OneRosterSet.User? {
        let orgs = version == .v11 ? row.list("orgSourcedIds") : [row["primaryOrgSourcedId"]].filter { !$0.isEmpty }
        let phone = row["phone"].isEmpty ? row["sms"] : row["phone"]
        return OneRosterSet.User(
            id: row.id, isEnabled: row["enabledUser"] != "false",
            name: PersonName(
                surname: row["familyName"].precomposedStringWithCanonicalMapping,
                given: row["givenName"].precomposedStringWithCanonicalMapping,
                patronymic: row["middleName"].precomposedStringWithCanonicalMapping),
            phone: phone.trimmedSpaces, email: row["email"].trimmedSpaces,
            identifier: row["identifier"].trimmedSpaces, agents: row.list("agentSourcedIds"),
            grades: row.list("grades"), orgs: orgs,
            roles: version == .v11 ? orgs.map { .init(word: row["role"], org: $0) } : [], row: row.number)
    }

    private func readEnrolments(into set: inout OneRosterSet) {
        for row in tables[.enrollments]?.rows ?? [] {
            let enrolment = OneRosterSet.Enrolment(
                id: row.id, classID: row["classSourcedId"], school: row["schoolSourcedId"],
                user: row["userSourcedId"], role: row["role"], isPrimary: row["primary"] == "true",
                from: row.day("beginDate"), to: row.day("endDate"), row: row.number)
            if row.isRemoved { set.removedEnrolments.append(enrolment) } else { set.enrolments.append(enrolment) }
        }
    }

    private func readDemographics(into set: inout OneRosterSet) {
        for row in tables[.demographics]?.rows ?? [] where !row.isRemoved {
            let sex = ["female": "f", "male": "m"][row["sex"]] ?? ""
            set.demographics[row.id] = .init(birthDay: row.day("birthDate")?.description ?? "", sex: sex)
        }
    }

    private func readRoles(into set: inout OneRosterSet) {
        for row in tables[.roles]?.rows ?? [] {
            let role = OneRosterSet.Role(word: row["role"], org: row["orgSourcedId"])
            let user = row["userSourcedId"]
            if row.isRemoved {
                set.removedRoles[user, default: []].append(role)
            } else if set.users[user] != nil {
                set.users[user]?.roles.append(role)
            } else {
                set.otherRoles[user, default: []].append(role)
            }
        }
    }
}
