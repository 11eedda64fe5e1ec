/// What a person may wish to do; one case for every row of the matrix of rights, whose number is the raw value.
public enum Right: String, Codable, CaseIterable, Sendable {
    /// Read a journal page. A substitute: the lesson and a read-only list of its subgroup; students and parents never.
    case readPage = "A01"
    /// Write date, topic and kind of a lesson until the term is closed.
    case writeLesson = "A02"
    /// Take back a lesson that has no marks.
    case deleteLesson = "A03"
    /// Set homework, also ahead of time.
    case writeHomework = "A04"
    /// Set or change a current mark until the term is closed; a missed deadline does not lock.
    case writeMark = "A05"
    /// Change a current mark after the term is closed, under an open unlock and with a reason.
    case correctMark = "A06"
    /// Set the mark of a quarter, half-year or year.
    case writePeriodMark = "A07"
    /// Change a final or exam mark after the period is closed: unlock by a deputy and approval by the director.
    case correctFinalMark = "A08"
    /// Record who was absent or late at a lesson, by fact.
    case writeAttendance = "A09"
    /// Record why a student was absent; the teacher's entry stays as it is.
    case writeAbsenceReason = "A10"
    /// Read reasons of absence. Limited: only whether excused.
    case readAbsenceReason = "A11"
    /// Set date and kind of written work.
    case writeWrittenWorkDate = "A12"
    /// Open a closed lesson or period for a named teacher and page, for a limited time.
    case unlock = "A13"
    /// Ask for an unlock.
    case requestUnlock = "A14"
    /// Write a calendar-thematic plan.
    case writePlan = "A15"
    /// Approve a plan.
    case approvePlan = "A16"
    /// Read a plan.
    case readPlan = "A17"
    /// Read old values of a mark.
    case readMarkHistory = "A18"
    /// Read the own or the child's diary.
    case readOwnDiary = "A19"
    /// Read the diary of another student: nobody, the answer is not found.
    case readOtherDiary = "A20"
    /// See a student's diary as the parent sees it.
    case previewDiary = "A21"
    /// Sign the diary as seen.
    case signDiary = "A22"
    /// Read averages of a class with names.
    case readClassRanking = "A23"
    /// Read the list of a class. Teachers: name and number only.
    case readClassList = "A24"
    /// Enrol, move and discharge students.
    case enrol = "A25"
    /// Ask for a change of the list.
    case requestRosterChange = "A26"
    /// Approve such a change.
    case approveRosterChange = "A27"
    /// Divide a class into subgroups.
    case splitSubgroups = "A28"
    /// Read birth date, address, id number of a student.
    case readStudentCard = "A29"
    /// Change the card of a student.
    case writeStudentCard = "A30"
    /// Read how a parent is reached.
    case readParentContact = "A31"
    /// Link a parent and a child.
    case linkParent = "A32"
    /// Read a staff card.
    case readStaffCard = "A33"
    /// Change a staff card.
    case writeStaffCard = "A34"
    /// Import lists of students and staff.
    case importRoster = "A35"
    /// Export lists of people.
    case exportRoster = "A36"
    /// Say who teaches what to whom: the source of all subject rights.
    case writeLoad = "A37"
    /// Read the load.
    case readLoad = "A38"
    /// Change the timetable.
    case writeTimetable = "A39"
    /// Read the timetable.
    case readTimetable = "A40"
    /// Name a substitute.
    case writeSubstitution = "A41"
    /// Change terms, days off and deadlines.
    case writeCalendar = "A42"
    /// Close the year and open the next: the administrator prepares, the director confirms.
    case rollYear = "A43"
    /// Write an inspection remark on a journal.
    case writeRemark = "A44"
    /// Read inspection remarks.
    case readRemark = "A45"
    /// Read figures of control.
    case readControlReport = "A46"
    /// Read who uses the journal. Administrator: counts only.
    case readActivityReport = "A47"
    /// Print or export the official journal.
    case exportJournal = "A48"
    /// Print or export the report card of a student.
    case exportReportCard = "A49"
    /// Create, disable, reset accounts of staff.
    case manageStaffAccounts = "A50"
    /// Issue codes to students and parents.
    case manageFamilyAccounts = "A51"
    /// Give and take roles, never to oneself.
    case grantRoles = "A52"
    /// Change own password, second factor and sessions.
    case manageOwnAccount = "A53"
    /// End sessions of another person. Class teacher: only students and parents of the class.
    case endSessions = "A54"
    /// Reset the second factor of a staff member.
    case resetSecondFactor = "A55"
    /// Read a message thread one takes part in.
    case readThread = "A56"
    /// Write to the parents of a class.
    case writeToParents = "A57"
    /// Write to a teacher. Students and parents: only to their own teachers.
    case writeToTeacher = "A58"
    /// Publish an announcement.
    case announce = "A59"
    /// Download an attachment, through the right to its thread.
    case downloadAttachment = "A60"
    /// Read the audit of the journal.
    case readJournalAudit = "A61"
    /// Read the audit of sign-ins and roles.
    case readSecurityAudit = "A62"
    /// Change the audit: nobody.
    case changeAudit = "A63"
    /// Read the digest of the audit's head.
    case readAuditHead = "A64"
    /// Start and list backups. Operator: status only.
    case backUp = "A65"
    /// Restore from a backup: director and administrator both confirm.
    case restore = "A66"
    /// Change settings. Deputy: teaching, administrator and responsible person: technical.
    case writeSettings = "A67"
    /// Create and delete keys of programs.
    case manageIntegrations = "A68"
    /// Emergency read-only access of the operator, after the director's approval.
    case breakGlass = "A69"
    /// Reach data of another school: nobody.
    case reachOtherSchool = "A70"
    /// Read counts without names over all schools.
    case readNationStatistics = "A71"
    /// Sign in, activate, ask for a reset.
    case signIn = "A72"
    /// Ask whether the service is alive.
    case readHealth = "A73"
    /// Read figures of the running service.
    case readMetrics = "A74"
    /// Cancel, move and add lessons with a reason.
    case changeLessonSchedule = "A75"
    /// Announce an absence for the teacher to confirm.
    case announceAbsence = "A76"
    /// Read the description of the programming interface.
    case readAPIDescription = "A77"
    /// Read the attendance of a day.
    case readDaySheet = "A78"

    /// The row of the matrix: "A01".
    public var row: String { rawValue }
}
