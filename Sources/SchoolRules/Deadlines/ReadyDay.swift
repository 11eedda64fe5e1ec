extension CountryProfile {
    /// The day by which the administration has formed the sections of the journal for a school year: 5 September
    /// (004 §3¶1, 001 3.2).
    public func readyDay(schoolYear: Int) -> Day { Day(uncheckedYear: schoolYear, month: 9, day: 5) }
}
