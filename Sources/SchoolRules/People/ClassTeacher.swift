/// Who leads a class.
public enum ClassTeacher {
    /// Whom to propose for a class that nobody leads: who teaches more than half of its hours, as in primary grades.
    ///
    /// At exactly half there are two as good as one another, or nobody who stands out: nobody is proposed.
    /// - Parameter hours: the hours a week of each who teaches the class, in hundredths.
    public static func proposed<Person: Hashable>(hours: [Person: Int]) -> Person? {
        let all = hours.values.reduce(0, +)
        return hours.first { $0.value * 2 > all }?.key
    }
}
