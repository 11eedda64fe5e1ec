import SchoolRules
import Store

/// The list of a class as far as the visitor may see it.
struct ClassList: Sendable {
    let found: ClassesQueries.ClassRow
    let students: [ClassesQueries.Student]
    /// nil: not the visitor's to see.
    let guardians: [Int64: [ClassesQueries.Guardian]]?
    let missed: [Int64: (all: Int, unexcused: Int)]?
    let subgroups: [Int64: [String]]
    /// How many students have something missing; nil: not the visitor's to know.
    let lacking: Int?
    let showsBirthDays, isOwn: Bool
    /// Subjects taught in groups to which nobody of the class belongs yet, where the visitor leads the class.
    let undivided: [Names]
    /// How many families cannot come in, where the visitor is to let them.
    let withoutAccess: Int

    var present: Int { found.students }

    /// Links the class teacher has not confirmed yet.
    var proposed: [ClassesQueries.Guardian] {
        students.flatMap { guardians?[$0.id] ?? [] }.filter { !$0.isConfirmed }
    }

    static func read(
        _ visit: Visit, of found: ClassesQueries.ClassRow, led: Set<Int64>, in connection: Connection
    ) throws -> ClassList {
        let mayReach = visit.may(.readParentContact, inClass: found.id, led: led)
        let mayReadPages = visit.may(.readPage, inClass: found.id, led: led)
        let isOwn = visit.may(.manageFamilyAccounts, inClass: found.id, led: led)
        return ClassList(
            found: found, students: try ClassesQueries.students(of: found.id, visit, in: connection),
            guardians: mayReach ? try ClassesQueries.guardians(of: found.id, visit, in: connection) : nil,
            missed: mayReadPages ? try ClassesQueries.missed(of: found.id, visit, in: connection) : nil,
            subgroups: try ClassesQueries.subgroups(of: found.id, visit, in: connection),
            lacking: visit.may(.exportRoster, inClass: found.id, led: led)
                ? try DataGaps.read(classes: [found.id], visit, in: connection).filter { !$0.gaps.isEmpty }.count : nil,
            showsBirthDays: visit.may(.readStudentCard, inClass: found.id, led: led),
            isOwn: isOwn,
            undivided: isOwn ? try SplitPicture.read(visit, of: found.id, in: connection).undivided(visit.today) : [],
            withoutAccess: isOwn ? try ClassesQueries.withoutAccess(in: found.id, visit, in: connection) : 0)
    }
}
