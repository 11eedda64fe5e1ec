import SchoolRules

/// Every address of the product with the right it needs, by room.
enum SiteMap {
    static let routes: [Route] =
        SignIn.routes + Status.routes + Journal.routes + Lesson.routes + MyDay.routes + Diary.routes + Plans.routes
        + Description.routes + Finals.routes
        + Summary.routes + ClosingRoom.routes + Unlocks.routes + IndicatorsRoom.routes
        + Control.routes + AbsenceSheet.routes + Classes.routes + Directory.routes + Accounts.routes
        + YearSetup.routes + Load.routes + Timetable.routes + Schedule.routes + Substitutions.routes + Settings.routes
        + Rights.routes + Movements.routes + Requests.routes + DataChecks.routes + Works.routes
        + FirstRun.routes + Readiness.routes + Completeness.routes + NextYear.routes
        + Practice.routes + Trainings.routes
        + Exemptions.routes + Transfers.routes + RegimeRoom.routes + Characteristics.routes + Importing.routes
}
