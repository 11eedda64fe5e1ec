/// How many marks a student has between two dates.
public struct StudentMarks<Student: Hashable & Sendable>: Hashable, Sendable {
    public let student: Student
    public let marks: Int
    /// Lessons at which the student was present.
    public let presentLessons: Int
    public let minimum: MinimumCheck?
    public let isExempt: Bool

    public init(
        _ student: Student, marks: Int, presentLessons: Int, minimum: MinimumCheck? = nil, isExempt: Bool = false
    ) {
        self.student = student
        self.marks = marks
        self.presentLessons = presentLessons
        self.minimum = minimum
        self.isExempt = isExempt
    }
}

/// The accumulation of marks (накопляемость, 002 III.6) in its three forms, and who is left without; exempt students
/// are not counted.
public struct Accumulation<Student: Hashable & Sendable>: Sendable {
    /// Marks per student; nil of nobody.
    public let marksPerStudent: Fraction?
    /// Marks per hundred present student-lessons; nil when nobody was present.
    public let density: Fraction?
    /// Students with the least number of marks; the alarm uses this one.
    public let enough: Share<Student>
    public let belowMinimum: Share<Student>
    public let withoutMarks: Share<Student>
    public let withOneMark: Share<Student>

    public init(_ students: [StudentMarks<Student>]) {
        let counted = students.filter { !$0.isExempt }
        let marks = counted.reduce(0) { $0 + $1.marks }
        let lessons = counted.reduce(0) { $0 + $1.presentLessons }
        let share = { (belongs: (StudentMarks<Student>) -> Bool) in
            Share(counted.filter(belongs).map(\.student), of: counted.count)
        }
        marksPerStudent = counted.isEmpty ? nil : Fraction(Int64(marks), Int64(counted.count))
        density = lessons > 0 ? Fraction(Int64(marks) * 100, Int64(lessons)) : nil
        enough = share { $0.minimum?.isMet ?? true }
        belowMinimum = share { !($0.minimum?.isMet ?? true) }
        withoutMarks = share { $0.marks == 0 }
        withOneMark = share { $0.marks == 1 }
    }
}
